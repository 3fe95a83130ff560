import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readdirSync, readFileSync, rmSync, utimesSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { openStore, type Store } from '../../src/edges/store/index.ts';
import { commitText, temporaryFolder, temporaryStore } from './temporary-workspace.ts';

const here = dirname(fileURLToPath(import.meta.url));
const script = join(here, '..', '..', '.tmp', `store-child-${process.pid}.mjs`);

beforeAll(() =>
  build({
    entryPoints: [join(here, 'child.ts')],
    outfile: script,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
  }),
);
afterAll(() => rmSync(script, { force: true }));

interface Writer {
  readonly process: ChildProcess;
  /** The commits it has reported so far. */
  readonly said: readonly string[];
  readonly ended: Promise<void>;
}

function startWriter(path: string, name: string, count: number): Writer {
  const child = spawn(process.execPath, [script, path, name, String(count)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  const said: string[] = [];
  let rest = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    said.push(...lines);
  });
  return { process: child, said, ended: once(child, 'close').then(() => undefined) };
}

async function until(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await new Promise((resolve) => setTimeout(resolve, 1));
}

/** What is committed, oldest first; fails when a file of it is gone or is not what its name says. */
async function committed(store: Store): Promise<readonly string[]> {
  const commits = [...(await store.commits())].reverse();
  for (const { snapshot } of commits)
    for (const ref of Object.values(snapshot.tables)) {
      const content = readFileSync(store.filePath(ref));
      expect(createHash('sha256').update(content).digest('hex')).toBe(ref.file);
    }
  return commits.map((commit) => commit.what);
}

describe('two processes', () => {
  it('that write at once both succeed: every commit is there, in each one’s order', async () => {
    const path = temporaryFolder();
    const writers = [startWriter(path, 'ann', 20), startWriter(path, 'bob', 20)];
    await Promise.all(writers.map((writer) => writer.ended));
    const whats = await committed(await temporaryStore({ path }));
    expect(whats).toHaveLength(40);
    for (const { said } of writers) expect(whats.filter((what) => said.includes(what))).toEqual(said);
    for (const { said, process: child } of writers) expect([said.length, child.exitCode]).toEqual([20, 0]);
  });

  it('may read and write at once: a reader sees whole commits, never going back', async () => {
    const store = await temporaryStore();
    const writer = startWriter(store.path, 'ann', 30);
    const seen: number[] = [];
    while (writer.process.exitCode === null) {
      const head = await store.head();
      if (head?.snapshot.tables.accounts) store.filePath(head.snapshot.tables.accounts);
      seen.push(head?.id ?? 0);
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    expect((await store.head())?.what).toBe('ann 30');
    expect(await committed(store)).toHaveLength(30);
  });

  it('may sweep and write at once: a sweep never takes a committed file, however old it looks', async () => {
    const store = await temporaryStore();
    const writer = startWriter(store.path, 'ann', 30);
    const data = join(store.path, 'data');
    while (writer.process.exitCode === null) {
      for (const name of readdirSync(data)) makeOld(join(data, name));
      await store.sweep();
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    expect(await committed(store)).toHaveLength(30);
  });
});

describe('a process killed while committing', () => {
  it.each([0, 3, 6, 9, 12, 15])('loses nothing that it reported (killed after %i commits)', async (after) => {
    const path = temporaryFolder();
    const writer = startWriter(path, 'ann', 1_000_000);
    await until(() => writer.said.length > after);
    writer.process.kill('SIGKILL');
    await writer.ended;
    const store = await openStore(path);
    onTestFinished(() => store.close());
    const whats = await committed(store);
    expect(whats.slice(0, writer.said.length)).toEqual(writer.said);
    expect(whats.length).toBeLessThanOrEqual(writer.said.length + 1);
    await commitText(store, 'after the crash');
    expect((await store.head())?.what).toBe('after the crash');
  });
});

function makeOld(path: string): void {
  if (basename(path) === 'drafts') return;
  try {
    utimesSync(path, new Date(0), new Date(0));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}
