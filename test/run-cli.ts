import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const bin = fileURLToPath(new URL('../bin/bestfit.mjs', import.meta.url));

/** What one run of the command line printed and how it ended. */
export interface CliRun {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Where and with what the command line is run. */
export interface CliOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** What comes on standard input; without it standard input is closed. */
  readonly input?: string;
}

/** Runs bin/bestfit.mjs as a process of its own, with an empty home and only the environment given. */
export function runCli(
  args: readonly string[],
  { cwd, env = {}, input = '' }: CliOptions = {},
): Promise<CliRun> {
  const home = mkdtempSync(join(tmpdir(), 'bestfit-home-'));
  const own = { PATH: process.env.PATH ?? '', HOME: home, USERPROFILE: home, ...env };
  return new Promise((done) => {
    const child = execFile(
      process.execPath,
      [bin, ...args],
      { cwd: cwd ?? home, env: own, maxBuffer: 1 << 28, encoding: 'utf8' },
      (error, stdout, stderr) => {
        rmSync(home, { recursive: true, force: true });
        done({
          status: typeof error?.code === 'number' ? error.code : error === null ? 0 : -1,
          stdout,
          stderr,
        });
      },
    );
    child.stdin?.end(input);
  });
}

/** The one JSON document on stdout; throws when there is more, less or something else. */
export function documentOf({ stdout }: CliRun): unknown {
  return JSON.parse(stdout);
}
