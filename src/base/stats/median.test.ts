import { expect, it } from 'vitest';
import { median } from './median.ts';

// python3: numpy.median(values)
it.each([
  ['an odd sample is its middle value', [9, 1, 4], 4],
  ['an even sample is the midpoint', [3, 1, 10, 4], 3.5],
  ['one value is that value', [7], 7],
  ['tied values is what most share', [2, 2, 2, 9], 2],
])('median of %s', (_, values, expected) => {
  expect(median(values)).toBe(expected);
});

// python3: i = numpy.arange(1000); numpy.median((i * 37 % 101) / 7)
it('median of a thousand is that of NumPy', () => {
  const values = Array.from({ length: 1000 }, (_, i) => ((i * 37) % 101) / 7);
  expect(median(values)).toBeCloseTo(7.142857142857143, 15);
});
