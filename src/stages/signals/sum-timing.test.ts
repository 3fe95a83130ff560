import { expect, test } from 'vitest';
import { sumTiming } from './sum-timing.ts';

test('sums are exact to the thousandth', () => {
  expect(sumTiming([0.1, 0.2])).toBe(0.3);
  expect(sumTiming([2.612, 0.313, -1])).toBe(1.925);
});

test('the sum of no points is zero', () => {
  expect(sumTiming([])).toBe(0);
});
