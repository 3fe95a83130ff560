import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { BestfitError } from '../../base/errors/index.ts';
import type { ConnectionNeed } from '../../edges/connectors/index.ts';

/**
 * Secrets as the command line is given them: `NAME=@FILE` or `NAME=-` for standard input. Never as words of the command, where
 * other users of the machine see them and the shell's history keeps them.
 */
export async function readSecrets(
  given: readonly string[],
  needs: readonly ConnectionNeed[],
): Promise<Readonly<Record<string, string>>> {
  const secrets: Record<string, string> = {};
  for (const text of given) {
    const [, name = '', source = ''] = /^([a-z-]+)=(.*)$/.exec(text) ?? [];
    const isKnown = needs.some((need) => need.name === name);
    if (!isKnown || !(source === '-' || source.startsWith('@'))) {
      const names = needs.map((need) => need.name).join(', ');
      const expected = `NAME=@FILE or NAME=- (standard input), with NAME one of ${names}`;
      throw new BestfitError('usage.bad-option', { option: '--secret', value: name, expected });
    }
    secrets[name] = await readSecret(name, source);
  }
  return secrets;
}

async function readSecret(name: string, source: string): Promise<string> {
  const path = source.slice(1);
  const secret = source === '-' ? await textFrom(process.stdin) : await textOfFile(path);
  if (secret !== '') return secret;
  const from = source === '-' ? 'standard input' : `the file \`${path}\``;
  const expected = `a secret, and ${from} holds none`;
  throw new BestfitError('usage.bad-option', { option: '--secret', value: name, expected });
}

async function textOfFile(path: string): Promise<string> {
  try {
    return (await readFile(path, 'utf8')).trim();
  } catch (error) {
    if (error instanceof Error && 'syscall' in error)
      throw new BestfitError('input.file-missing', { file: path });
    throw error;
  }
}

async function textFrom(stream: NodeJS.ReadableStream): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(Buffer.from(part));
  return Buffer.concat(parts).toString('utf8').trim();
}

/** Asks for what is needed and neither given nor in the environment, without showing what is typed; nothing off a terminal. */
export async function askSecrets(
  needs: readonly ConnectionNeed[],
  given: Readonly<Record<string, string>>,
): Promise<Readonly<Record<string, string>>> {
  const isMissing = ({ name, variable }: ConnectionNeed) =>
    given[name] === undefined && !process.env[variable];
  const isSettled = needs.some((need) => !isMissing(need));
  if (isSettled || !process.stdin.isTTY || !process.stderr.isTTY) return given;
  const secrets: Record<string, string> = { ...given };
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const terminal = createInterface({ input: process.stdin, output: silent, terminal: true });
  try {
    for (const { name, label } of needs.filter(({ secret }) => secret)) {
      process.stderr.write(`${label} (not shown; Enter to leave it out): `);
      const answer = (await terminal.question('')).trim();
      process.stderr.write('\n');
      if (answer !== '') secrets[name] = answer;
    }
  } finally {
    terminal.close();
  }
  return secrets;
}
