import { describe, expect, it } from 'vitest';
import { auc } from './auc.ts';

describe('auc', () => {
  // python3: s, y = numpy.array(scores), numpy.array(labels)
  // scipy.stats.mannwhitneyu(s[y == 1], s[y == 0]).statistic / (y.sum() * (1 - y).sum())
  it.each([
    [[0.1, 0.4, 0.35, 0.8, 0.4, 0.7, 0.2, 0.9, 0.5, 0.5], [0, 0, 1, 1, 1, 0, 0, 1, 0, 1], 0.72],
    [[2, 2], [1, 0], 0.5],
    [[3, 1, 2], [1, 0, 0], 1],
  ])('of %j with labels %j is that of SciPy', (scores, labels, expected) => {
    expect(auc(Float64Array.from(scores), labels)).toBeCloseTo(expected, 15);
  });

  // python3: i = numpy.arange(1000); scores (i * 7) % 5, labels i % 3 == 0, then (i * i) % 97 + i / 50 and i % 7 == 0
  it('of a thousand, tied or not, is that of SciPy', () => {
    const of = (score: (i: number) => number, every: number) =>
      auc(
        Float64Array.from({ length: 1000 }, (_, i) => score(i)),
        Array.from({ length: 1000 }, (_, i) => Number(i % every === 0)),
      );
    expect(of((i) => (i * 7) % 5, 3)).toBeCloseTo(0.49820179460898023, 14);
    expect(of((i) => ((i * i) % 97) + i / 50, 7)).toBeCloseTo(0.49048151381873667, 14);
  });

  it('is 1 for a perfect order, 0 for its reverse and a half for a constant score', () => {
    expect(auc(Float64Array.of(1, 2, 3), [0, 0, 1])).toBe(1);
    expect(auc(Float64Array.of(3, 2, 1), [0, 0, 1])).toBe(0);
    expect(auc(Float64Array.of(1, 1, 1), [0, 0, 1])).toBe(0.5);
  });

  it('leaves unknown scores out and needs both labels', () => {
    expect(auc(Float64Array.of(1, Number.NaN, 2), [0, 0, 1])).toBe(1);
    expect(auc(Float64Array.of(1, 2), [1, 1])).toBeNaN();
  });
});
