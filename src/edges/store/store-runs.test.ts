import { describe, expect, it } from 'vitest';
import { adoptText, temporaryStore } from '../../../test/store/temporary-workspace.ts';

const traced = { at: '2026-01-31T09:00:00.000Z', asOf: '2026-01-31', seed: 7, options: { last: 30 } };
const bare = { ...traced, profile: null, file: null };

describe('runs', () => {
  it('come back as they were saved, infinite bounds included', async () => {
    const store = await temporaryStore();
    const file = await adoptText(store, 'scored');
    const profile = { name: 'Clinics', version: 2 };
    const result = { interval: [0, Number.POSITIVE_INFINITY], tiers: { A: 3 } };
    const saved = await store.saveRun({ ...traced, kind: 'score', snapshot: 's1', profile, result, file });
    expect(saved.id).toBe(1);
    expect(await store.latestRun('score', { snapshot: 's1' })).toEqual(saved);
  });

  it('are found by kind, and by snapshot when one is named', async () => {
    const store = await temporaryStore();
    await store.saveRun({ ...bare, kind: 'discover', snapshot: 's1', result: 1 });
    await store.saveRun({ ...bare, kind: 'discover', snapshot: 's1', result: 2 });
    await store.saveRun({ ...bare, kind: 'discover', snapshot: 's2', result: 3 });
    expect(await store.latestRun('discover', { snapshot: 's1' })).toMatchObject({ result: 2 });
    expect(await store.latestRun('discover', { snapshot: null })).toMatchObject({ result: 3 });
    expect(await store.latestRun('value', { snapshot: null })).toBeNull();
    expect(await store.latestRun('discover', { snapshot: 's3' })).toBeNull();
    const runs = await store.runs('discover', { snapshot: 's1' });
    expect(runs.map(({ result }) => result)).toEqual([2, 1]);
    expect(await store.latestRunId('discover', { snapshot: 's1' })).toBe(runs[0]!.id);
    expect(await store.latestRunId('value', { snapshot: 's1' })).toBeNull();
  });

  it('may not name a file that is not on disk', async () => {
    const store = await temporaryStore();
    const file = { file: '0'.repeat(64), rows: 1 };
    const saved = store.saveRun({ ...bare, kind: 'score', snapshot: 's1', result: null, file });
    await expect(saved).rejects.toMatchObject({ code: 'store.file-missing' });
    expect(await store.latestRun('score', { snapshot: null })).toBeNull();
  });
});
