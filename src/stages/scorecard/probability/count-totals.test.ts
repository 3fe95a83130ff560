import { describe, expect, it } from 'vitest';
import { countTotals } from './count-totals.ts';

describe('countTotals', () => {
  it('lays every whole total between the lowest and the highest out', () => {
    const counts = countTotals([
      { total: 2, n: 4, positives: 3 },
      { total: -1, n: 0, positives: 0 },
      { total: 0, n: 4, positives: 1 },
    ]);
    expect(counts.lowest).toBe(-1);
    expect([...counts.n]).toEqual([0, 4, 0, 4]);
    expect([...counts.positives]).toEqual([0, 1, 0, 3]);
    expect(counts.mean).toBe(1);
    expect(counts.deviation).toBe(1);
    expect([...counts.standard]).toEqual([-2, -1, 0, 1]);
  });

  it('adds tenths of accounts up to whole ones', () => {
    const parts = Array.from({ length: 10 }, () => ({ total: 3, n: 0.1, positives: 0.1 }));
    const { n, positives } = countTotals(parts);
    expect([n[0], positives[0]]).toEqual([1, 1]);
  });

  it('measures a single total in points', () => {
    expect(countTotals([{ total: 4, n: 3, positives: 1 }]).deviation).toBe(1);
  });

  it.each([
    [[], 'no account has a total'],
    [[{ total: 1, n: 0, positives: 0 }], 'no account has a total'],
    [[{ total: 1.5, n: 1, positives: 0 }], 'no whole total: 1.5'],
    [[{ total: 1, n: 1, positives: 2 }], 'no 2 outcomes of 1 accounts: total 1'],
    [[{ total: 1, n: Number.NaN, positives: 0 }], 'no 0 outcomes of NaN accounts: total 1'],
  ])('refuses %j', (outcomes, message) => {
    expect(() => countTotals(outcomes)).toThrow(message);
  });
});
