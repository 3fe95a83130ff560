import { expect, it } from 'vitest';
import { blendScore } from './blend-score.ts';

const label = Uint8Array.of(1, 0, 1, 1, 0, 0, 0, 1);

const expectAll = (found: Float64Array, expected: readonly number[]): void => {
  expected.forEach((value, i) => {
    expect(found[i]).toBeCloseTo(value, 13);
  });
};

// python3: z = lambda x: scipy.stats.zscore(x, ddof=1); v, y = numpy.array(value), numpy.array(label)
// z(z(scipy.stats.norm.ppf((scipy.stats.rankdata(v) - .5) / 8)) + z(y)), and z(y)
it('the blend weighs the order of value and the line through it alike', () => {
  expectAll(
    blendScore(Float64Array.of(5, 1, 9, 9, 2, 7.5, 0, 3), label),
    [
      0.6121769024967229, -1.0160073509493972, 1.1853122772671456, 1.1853122772671456, -0.7860867798881213,
      -0.2218891252396152, -1.389410400731824, 0.4305921997779436,
    ],
  );
});

it('without a value the blend is the standardised label', () => {
  expectAll(
    blendScore(null, label),
    [...label].map((y) => (y === 1 ? 0.9354143466934853 : -0.9354143466934853)),
  );
});
