import { describe, expect, it } from 'vitest';
import { temporaryStore } from '../../../test/store/temporary-workspace.ts';

const said = {
  team: 'sales',
  kind: 'disagree',
  reason: 'they bought for the price',
  saidBy: 'bob',
  saidOn: '2026-02-02',
};

describe('judgements', () => {
  it('come back in the order they were said', async () => {
    const store = await temporaryStore();
    const one = await store.addJudgement({ ...said, accountId: 'a1', pattern: null });
    const two = await store.addJudgement({ ...said, accountId: null, pattern: 'p1' });
    expect(await store.judgements()).toEqual([one, two]);
    expect(one).toMatchObject({ id: 1, accountId: 'a1', pattern: null, saidBy: 'bob' });
  });

  it('that are taken back stand no more, once', async () => {
    const store = await temporaryStore();
    const one = await store.addJudgement({ ...said, accountId: 'a1', pattern: null });
    const two = await store.addJudgement({ ...said, accountId: null, pattern: 'p1' });
    const taken = { by: 'ann', on: '2026-02-03' };
    expect(await store.takeBackJudgement(one.id, taken)).toEqual(one);
    expect(await store.judgements()).toEqual([two]);
    expect(await store.takeBackJudgement(one.id, taken)).toBeNull();
    expect((await store.audit()).map(({ action, by }) => [action, by])).toContainEqual([
      'take back judgement',
      'ann',
    ]);
  });
});

describe('hypotheses', () => {
  it('keep their condition and whether discovery had run before', async () => {
    const store = await temporaryStore();
    const condition = { op: 'any', field: 'industry', values: ['clinic'] } as const;
    const first = await store.addHypothesis({
      condition,
      saidBy: 'ann',
      saidOn: '2026-01-01',
      afterDiscoveryOf: null,
    });
    const late = await store.addHypothesis({
      condition,
      saidBy: 'ann',
      saidOn: '2026-03-01',
      afterDiscoveryOf: 's1',
    });
    expect(await store.hypotheses()).toEqual([first, late]);
    expect(first).toMatchObject({ id: 1, condition, afterDiscoveryOf: null });
    expect(late.afterDiscoveryOf).toBe('s1');
  });
});
