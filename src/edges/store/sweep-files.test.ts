import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { adoptText, commitText, temporaryStore } from '../../../test/store/temporary-workspace.ts';
import { isDraftAlive } from './draft-name.ts';
import { abandonedMs, draftGraceMs, graceMs, undoneMs } from './sweep-files.ts';
import type { Store } from './types.ts';

function makeOlder(path: string, byMs: number): void {
  const then = new Date(Date.now() - byMs);
  utimesSync(path, then, then);
}

function makeAllOlder(store: Store, byMs: number): void {
  const data = join(store.path, 'data');
  for (const name of readdirSync(data).filter((entry) => entry.endsWith('.parquet')))
    makeOlder(join(data, name), byMs);
}

/** A draft under the name of a process that has ended. */
function writeDraftOfDeadProcess(store: Store): string {
  const { pid } = spawnSync(process.execPath, ['--version']);
  const path = store.draftFile('parquet').replace(`-${process.pid}-`, `-${pid}-`);
  writeFileSync(path, 'half a table');
  return path;
}

describe('sweep', () => {
  it('deletes old files that nothing refers to', async () => {
    const store = await temporaryStore();
    const stray = store.filePath(await adoptText(store, 'stray'));
    makeOlder(stray, graceMs + 1000);
    expect(await store.sweep()).toBe(1);
    expect(existsSync(stray)).toBe(false);
  });

  it('keeps young files: their commit may be on its way', async () => {
    const store = await temporaryStore();
    const stray = store.filePath(await adoptText(store, 'stray'));
    makeOlder(stray, graceMs - 60_000);
    expect(await store.sweep()).toBe(0);
    expect(existsSync(stray)).toBe(true);
  });

  it('keeps the files of every commit back to the first, and of every run', async () => {
    const store = await temporaryStore();
    const first = await commitText(store, 'first');
    const second = await commitText(store, 'second');
    const scored = await adoptText(store, 'scored');
    const traced = { at: '2026-01-31', asOf: '2026-01-31', seed: 1, profile: null, options: {}, result: {} };
    await store.saveRun({ kind: 'score', snapshot: 'snapshot of second', file: scored, ...traced });
    makeAllOlder(store, 10 * graceMs);
    expect(await store.sweep()).toBe(0);
    for (const ref of [first, second, scored]) expect(existsSync(store.filePath(ref))).toBe(true);
  });

  it('keeps the files of an undone commit for 30 days, then forgets it', async () => {
    let today = new Date('2026-01-01T00:00:00.000Z');
    const store = await temporaryStore({ now: () => today });
    const first = await commitText(store, 'first');
    const undone = await commitText(store, 'mistake');
    await store.undo();
    makeAllOlder(store, 10 * graceMs);
    today = new Date(today.getTime() + undoneMs - 1000);
    expect(await store.sweep()).toBe(0);
    today = new Date(today.getTime() + 2000);
    expect(await store.sweep()).toBe(1);
    expect(existsSync(store.filePath(first))).toBe(true);
    expect(() => store.filePath(undone)).toThrow(expect.objectContaining({ code: 'store.file-missing' }));
  });

  it("drops the scored table of a forgotten commit's run, never its figures", async () => {
    let today = new Date('2026-01-01T00:00:00.000Z');
    const store = await temporaryStore({ now: () => today });
    await commitText(store, 'mistake');
    const scored = await adoptText(store, 'scored');
    const traced = { at: '2026-01-01', asOf: '2026-01-01', seed: null, profile: null, options: {} };
    const run = { kind: 'score', snapshot: 'snapshot of mistake', result: { A: 3 }, file: scored } as const;
    await store.saveRun({ ...run, ...traced });
    await store.undo();
    makeAllOlder(store, 10 * graceMs);
    today = new Date(today.getTime() + undoneMs + 1000);
    expect(await store.sweep()).toBe(2);
    expect(await store.latestRun('score', { snapshot: null })).toMatchObject({
      result: { A: 3 },
      file: null,
    });
  });

  it('deletes drafts of processes that have ended, never of living ones', async () => {
    const store = await temporaryStore();
    const dead = writeDraftOfDeadProcess(store);
    const alive = store.draftFile('parquet');
    writeFileSync(alive, 'being written');
    expect(await store.sweep()).toBe(0);
    makeOlder(dead, draftGraceMs + 1000);
    makeOlder(alive, draftGraceMs + 1000);
    expect(await store.sweep()).toBe(1);
    expect(existsSync(dead)).toBe(false);
    expect(existsSync(alive)).toBe(true);
    makeOlder(alive, abandonedMs + 1000);
    expect(await store.sweep()).toBe(1);
  });

  it('leaves files alone that are not its own', async () => {
    const store = await temporaryStore();
    const note = join(store.path, 'data', 'read me.txt');
    writeFileSync(note, 'mine');
    makeOlder(note, abandonedMs);
    expect(await store.sweep()).toBe(0);
    expect(existsSync(note)).toBe(true);
  });
});

describe('isDraftAlive', () => {
  it('takes a draft of an earlier process with the same number for dead', async () => {
    const store = await temporaryStore();
    const name = basename(store.draftFile('parquet'));
    expect(isDraftAlive(name)).toBe(true);
    expect(isDraftAlive(name.replace(/^([^-]+-[^-]+)-[^-]+/, '$1-00000000'))).toBe(false);
  });

  it('cannot tell for another machine and says alive', () => {
    expect(isDraftAlive('00000000-1-00000000-a.parquet')).toBe(true);
  });
});
