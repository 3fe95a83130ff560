import { describe, expect, it } from 'vitest';
import { mean } from './mean.ts';

describe('mean', () => {
  // python3: numpy.nanmean(values)
  it.each([
    [[1, 2, 6], 3],
    [[1, Number.NaN, 3], 2],
    [[-5.5], -5.5],
    [[0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1], 0.1],
  ])('of %j averages the known: %d', (values, expected) => {
    expect(mean(values)).toBeCloseTo(expected, 15);
  });

  // python3: i = numpy.arange(1000); x = (i * 37 % 101) / 7; numpy.mean(x), numpy.mean(1e9 + x)
  it('keeps its digits over a thousand values and beside a large offset', () => {
    const values = Array.from({ length: 1000 }, (_, i) => ((i * 37) % 101) / 7);
    expect(mean(values)).toBeCloseTo(7.144285714285714, 12);
    expect(mean(values.map((x) => 1e9 + x)) / 1000000007.1442858).toBeCloseTo(1, 14);
  });

  it('of nothing is unknown', () => {
    expect(mean([])).toBeNaN();
    expect(mean([Number.NaN])).toBeNaN();
  });
});
