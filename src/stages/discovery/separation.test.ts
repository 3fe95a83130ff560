import { describe, expect, it } from 'vitest';
import { separation } from './separation.ts';

function apart(best: readonly number[], rest: readonly number[]): number {
  const levels = Array.from({ length: 5 }, (_, l) => ({ label: `${l}`, low: l, high: l, nameable: true }));
  const label = Uint8Array.from([...best.map(() => 1), ...rest.map(() => 0)]);
  return separation({ codes: Int32Array.from([...best, ...rest]), levels, ordered: true }, label);
}

describe('how far a field tells best from rest', () => {
  // python3: scipy.stats.mannwhitneyu(best, rest).statistic / (len(best) * len(rest))
  it('is the area under the curve where levels rise with best', () => {
    const best = [0, 0, 1, 3, 3, 4, 4, 4, 2, 1, 3];
    const rest = [0, 1, 1, 2, 0, 2, 3, 4, 1, 1, 0, 0, 2];
    expect(apart(best, rest)).toBeCloseTo(0.6818181818181818, 14);
    expect(apart(rest, best)).toBeCloseTo(0.6818181818181818, 14);
  });

  // python3: ks = lambda side: scipy.stats.ks_2samp(best, rest, alternative=side).statistic
  // ks('greater') + ks('less'), the statistic of Kuiper
  it('is the largest share difference of a window where best is in the middle', () => {
    const best = [2, 2, 2, 2, 2, 1, 3];
    const rest = [0, 0, 0, 0, 1, 4, 4, 4, 4, 4];
    expect(apart(best, rest)).toBeCloseTo(0.9, 14);
  });

  it('is nothing under five of either', () => {
    expect(apart([4, 4, 4, 4], [0, 0, 0, 0, 0, 0])).toBe(0);
  });
});
