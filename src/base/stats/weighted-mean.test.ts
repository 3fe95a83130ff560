import { expect, it } from 'vitest';
import { weightedMean } from './weighted-mean.ts';

// python3: numpy.average(values, weights=weights)
it.each([
  [[1, 4], [2, 1], 2],
  [[1, 2, 3], [0, 1e9, 1], 2.000000001],
  [[7.5], [1e-9], 7.5],
])('the mean of %j with weights %j is %d', (values, weights, expected) => {
  expect(weightedMean(values, weights)).toBeCloseTo(expected, 14);
});

// python3: i = numpy.arange(1000); numpy.average((i * 37 % 101) / 7, weights=i % 5)
it('the weighted mean of a thousand is that of NumPy', () => {
  const rows = Array.from({ length: 1000 }, (_, i) => i);
  const mean = weightedMean(
    rows.map((i) => ((i * 37) % 101) / 7),
    rows.map((i) => i % 5),
  );
  expect(mean).toBeCloseTo(7.134714285714285, 12);
});

it('pairs with an unknown side are left out', () => {
  expect(weightedMean([1, Number.NaN, 7, 3], [1, 5, Number.NaN, 1])).toBe(2);
  expect(weightedMean([1], [0])).toBeNaN();
});
