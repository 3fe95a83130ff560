import { describe, expect, it } from 'vitest';
import type { KeptCard } from './keep-held-out.ts';
import { outOfFoldTotals } from './out-of-fold-totals.ts';

const round = (totals: readonly number[]) =>
  ({ forecasts: { card: { totals: Float64Array.from(totals) } } }) as unknown as KeptCard['rounds'][number];
const card = { lines: [{ points: 3 }, { points: -1 }, { points: 2 }] } as unknown as KeptCard['card'];

describe('totals out of fold', () => {
  const kept = {
    rounds: [round([3, 0]), round([2, 0])],
    rival: 'card',
    card,
    label: Uint8Array.of(1, 0),
  } as const;

  it('count a unit as one over the rounds in each', () => {
    const found = outOfFoldTotals(kept);
    expect(found.find(({ total }) => total === 3)).toEqual({ total: 3, n: 0.5, positives: 0.5 });
    expect(found.find(({ total }) => total === 0)).toEqual({ total: 0, n: 1, positives: 0 });
    expect(found.reduce((sum, { n }) => sum + n, 0)).toBe(2);
  });

  it('list the ends that the card can reach, though nobody is there', () => {
    const empty = outOfFoldTotals(kept).filter(({ n }) => n === 0);
    expect(empty.map(({ total }) => total).toSorted((a, b) => a - b)).toEqual([-1, 5]);
  });
});
