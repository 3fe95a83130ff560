import { readFile } from 'node:fs/promises';
import { BestfitError } from '../../base/errors/index.ts';

/** Reads a YAML or JSON file; refuses with the line what cannot be read. */
export async function readYaml(file: string): Promise<unknown> {
  const text = await readDocument(file);
  const { LineCounter, parseDocument } = await import('yaml');
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter, prettyErrors: false });
  const [problem] = document.errors;
  if (problem === undefined) return document.toJS();
  const { line } = lineCounter.linePos(problem.pos[0]);
  throw new BestfitError('input.not-yaml', { file, line, reason: problem.message });
}

/** Reads a text file, or standard input for `-`. */
export async function readDocument(file: string): Promise<string> {
  const content = file === '-' ? await readInput() : await readBytes(file);
  if (!content.includes(0)) return content.toString('utf8');
  throw new BestfitError('input.not-yaml', { file, line: 1, reason: 'this is no text' });
}

async function readInput(): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function readBytes(file: string): Promise<Buffer> {
  return readFile(file).catch((cause: unknown) => {
    throw new BestfitError('input.file-missing', { file }, { cause });
  });
}
