import { expect, it } from 'vitest';
import { median } from './median.ts';

it('median of an odd sample is its middle value', () => {
  expect(median([9, 1, 4])).toBe(4);
});

it('median of an even sample is the midpoint', () => {
  expect(median([3, 1, 10, 4])).toBe(3.5);
});
