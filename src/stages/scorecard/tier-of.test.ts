import { expect, test } from 'vitest';
import { tierOf } from './tier-of.ts';

const tiers = { A: 9, B: 6, C: 3 };

test('a threshold belongs to the better tier', () => {
  expect([9, 6, 3].map((fit) => tierOf(fit, tiers))).toEqual(['A', 'B', 'C']);
  expect([8, 5, 2].map((fit) => tierOf(fit, tiers))).toEqual(['B', 'C', 'D']);
});

test('a negative fit is D', () => {
  expect(tierOf(-4, tiers)).toBe('D');
});
