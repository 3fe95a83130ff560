import { describe, expect, it } from 'vitest';
import { spearman } from './spearman.ts';

describe('spearman', () => {
  const x = Float64Array.of(1.2, 3.4, 3.4, 0, 9, -2, 5, 5);
  const y = Float64Array.of(10, 20, 15, 1, 2, 3, 20, 8);

  // R: cor(x, y, method = "spearman"); python3: scipy.stats.spearmanr(x, y).statistic
  it('correlates midranks', () => {
    expect(spearman(x, y)).toBeCloseTo(0.23030726004361676, 15);
    expect(spearman(Float64Array.of(1, 2), Float64Array.of(5, 3))).toBe(-1);
    expect(spearman(Float64Array.of(1, 1, 2), Float64Array.of(1, 2, 2))).toBeCloseTo(0.5, 15);
  });

  // python3: i = numpy.arange(1000); scipy.stats.spearmanr(i % 7, i * i % 11).statistic, and of i and -i**3
  it('of a thousand, tied or not, is that of SciPy', () => {
    const column = (of: (i: number) => number) => Float64Array.from({ length: 1000 }, (_, i) => of(i));
    const tied = spearman(
      column((i) => i % 7),
      column((i) => (i * i) % 11),
    );
    expect(tied).toBeCloseTo(0.001681063644580844, 14);
    const opposite = spearman(
      column((i) => i),
      column((i) => -(i ** 3)),
    );
    expect(opposite).toBeCloseTo(-1, 15);
  });

  it('uses only records known on both sides', () => {
    const withGaps = (column: Float64Array, first: number, second: number): Float64Array =>
      Float64Array.of(first, ...column, second);
    expect(spearman(withGaps(x, Number.NaN, 100), withGaps(y, 7, Number.NaN))).toBeCloseTo(
      spearman(x, y),
      13,
    );
  });

  it('of a constant is unknown', () => {
    expect(spearman(Float64Array.of(1, 1, 1), Float64Array.of(1, 2, 3))).toBeNaN();
  });
});
