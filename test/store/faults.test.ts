import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { withWorkspace } from '../../src/app/compose.ts';
import { examineWorkspace } from '../../src/app/examine-workspace.ts';
import { importFiles, nothingSaid } from '../../src/app/import-files.ts';
import { undoImport } from '../../src/app/undo-import.ts';
import type { Workspace } from '../../src/app/workspace.ts';
import { openStore } from '../../src/edges/store/index.ts';
import { commitText, temporaryFolder, temporaryStore } from './temporary-workspace.ts';

// The whole campaign is `npm run bench -- faults`; these are a few of each fault.
const here = dirname(fileURLToPath(import.meta.url));
const script = join(here, '..', '..', '.tmp', `fault-child-${process.pid}.mjs`);

beforeAll(() =>
  build({
    entryPoints: [join(here, 'fault-child.ts')],
    outfile: script,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'error',
  }),
);
afterAll(() => rmSync(script, { force: true }));

const at = '2026-11-27T10:00:00.000Z';

function importRows({ store, ...rest }: Workspace, rows: number) {
  const file = join(temporaryFolder(), 'customers.csv');
  const lines = Array.from({ length: rows }, (_, i) => `${i},Company ${i},${(i * 7) % 90}`);
  writeFileSync(file, `customer id,company,employees\n${lines.join('\n')}\n`);
  const request = { paths: [file], choices: nothingSaid, maps: [], covers: 'listed' } as const;
  const rules = { append: false, observedOn: null, dryRun: false, onProgress: () => undefined };
  return importFiles({ store, ...rest }, { ...request, ...rules, at: new Date().toISOString() });
}

/** Everything is whole and, once files look old, a sweep leaves nothing half-written. */
async function expectSound(path: string): Promise<readonly string[]> {
  return withWorkspace(path, { create: false }, async (workspace) => {
    for (const folder of [join(path, 'data'), join(path, 'data', 'drafts')])
      for (const name of readdirSync(folder))
        if (statSync(join(folder, name)).isFile()) utimesSync(join(folder, name), new Date(0), new Date(0));
    await workspace.store.sweep();
    const { findings } = await examineWorkspace(workspace, { repair: false, at });
    expect(findings.filter(({ code }) => code !== 'little-space')).toEqual([]);
    expect(readdirSync(join(path, 'data', 'drafts'))).toEqual([]);
    return (await workspace.store.commits()).map(({ id, snapshot }) => `${id} ${snapshot.id}`);
  });
}

function startImports(path: string): { child: ChildProcess; said: string[] } {
  const child = spawn(process.execPath, [script, path], { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  const said: string[] = [];
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said.push(...text.split('\n').filter((line) => line !== ''));
  });
  return { child, said };
}

describe('an import killed at any moment', () => {
  it('leaves what was committed, whole, and nothing half-written', async () => {
    const path = join(temporaryFolder(), 'workspace');
    await withWorkspace(path, { create: true }, (workspace) => importRows(workspace, 40));
    const saved: string[] = [];
    for (const delay of [30, 110, 220, 370]) {
      const { child, said } = startImports(path);
      while (said.length === 0) await sleep(2);
      await sleep(delay);
      child.kill('SIGKILL');
      await once(child, 'close');
      saved.push(...said.filter((line) => line !== 'ready'));
      expect(await expectSound(path)).toEqual(expect.arrayContaining(saved));
    }
  }, 60_000);
});

describe('a full disk', () => {
  it('refuses an import, keeps what was there, and takes it once there is room', async (context) => {
    const disk = join(temporaryFolder(), 'disk');
    mkdirSync(disk);
    const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=8m', 'tmpfs', disk]).status === 0;
    context.skip(!mounted, 'only root can mount a small disk');
    onTestFinished(() => void spawnSync('umount', ['--lazy', disk]));
    const path = join(disk, 'workspace');
    const ballast = join(disk, 'ballast');
    await withWorkspace(path, { create: true }, async (workspace) => {
      await importRows(workspace, 40);
      fill(ballast, disk);
      await expect(importRows(workspace, 5000)).rejects.toMatchObject({ code: 'store.disk-full', exit: 3 });
      rmSync(ballast);
    });
    expect(await expectSound(path)).toHaveLength(1);
    await withWorkspace(path, { create: false }, (workspace) => importRows(workspace, 50));
    expect(await expectSound(path)).toHaveLength(2);
  }, 30_000);
});

/** Leaves some 60 KiB: enough to begin. */
function fill(ballast: string, disk: string): void {
  const used = spawnSync('df', ['--output=avail', disk], { encoding: 'utf8' }).stdout.split('\n')[1];
  writeFileSync(ballast, Buffer.alloc(Math.max(Number(used) - 60, 0) * 1024));
}

describe('a clock that goes back', () => {
  it('changes neither the order of commits nor what undo goes back to', async () => {
    const path = temporaryFolder();
    const now = { ms: Date.parse(at) };
    const store = await temporaryStore({ path, now: () => new Date(now.ms) });
    await commitText(store, 'first');
    now.ms -= 3 * 365 * 86_400_000;
    await commitText(store, 'second');
    await store.sweep();
    expect((await undoImport({ store })).undone).toBe('second');
    expect((await store.head())?.what).toBe('first');
    const again = await openStore(path);
    expect((await again.head())?.what).toBe('first');
    await again.close();
  });
});

describe('a copy of a workspace whose times were not kept', () => {
  it('is read once more and is sound', async () => {
    const path = join(temporaryFolder(), 'workspace');
    await withWorkspace(path, { create: true }, (workspace) => importRows(workspace, 40));
    const copy = join(temporaryFolder(), 'copy');
    cpSync(path, copy, { recursive: true });
    expect(await expectSound(copy)).toHaveLength(1);
  });
});
