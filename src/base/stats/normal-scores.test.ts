import { describe, expect, it } from 'vitest';
import { normalScores } from './normal-scores.ts';

describe('normalScores', () => {
  // python3: scipy.stats.norm.ppf((scipy.stats.rankdata([3, 1, 1000, 3]) - .5) / 4)
  it('sees only the order, ties in the middle', () => {
    const scores = normalScores(Float64Array.of(3, 1, 1000, 3));
    expect([...scores].map((score) => Number(score.toFixed(12)))).toEqual([
      0, -1.150349380376, 1.150349380376, 0,
    ]);
  });

  it('keeps unknown values unknown', () => {
    expect(normalScores(Float64Array.of(1, Number.NaN, 2))[1]).toBeNaN();
  });
});
