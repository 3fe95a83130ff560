import { expect, it } from 'vitest';
import { weightedMean } from './weighted-mean.ts';

it('a value counts as much as its weight', () => {
  expect(weightedMean([1, 4], [2, 1])).toBe(2);
});

it('pairs with an unknown side are left out', () => {
  expect(weightedMean([1, Number.NaN, 7, 3], [1, 5, Number.NaN, 1])).toBe(2);
  expect(weightedMean([1], [0])).toBeNaN();
});
