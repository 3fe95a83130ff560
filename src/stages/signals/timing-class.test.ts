import { expect, test } from 'vitest';
import { timingClass } from './timing-class.ts';

const tiers = { hot: 2, warm: 0.5 };

test('no known timing line is unknown, not cold', () => {
  expect(timingClass(null, tiers)).toBe('unknown');
  expect(timingClass(0, tiers)).toBe('cold');
});

test('thresholds belong to the warmer class', () => {
  expect(timingClass(2, tiers)).toBe('hot');
  expect(timingClass(0.5, tiers)).toBe('warm');
  expect(timingClass(0.499, tiers)).toBe('cold');
});
