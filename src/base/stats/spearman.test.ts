import { describe, expect, it } from 'vitest';
import { spearman } from './spearman.ts';

describe('spearman', () => {
  const x = Float64Array.of(1.2, 3.4, 3.4, 0, 9, -2, 5, 5);
  const y = Float64Array.of(10, 20, 15, 1, 2, 3, 20, 8);

  // R: cor(x, y, method = "spearman")
  it('correlates midranks', () => {
    expect(spearman(x, y)).toBeCloseTo(0.2303072600436168, 13);
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
