import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decayedPoints } from './decayed-points.ts';

test('a signal seen today keeps all of its points', () => {
  expect(decayedPoints(3, 0, 60)).toBe(3);
});

test('a signal loses half of its points per half-life', () => {
  expect(decayedPoints(3, 60, 60)).toBe(1.5);
  expect(decayedPoints(3, 120, 60)).toBe(0.75);
});

test('points are kept to the thousandth', () => {
  expect(decayedPoints(3, 12, 60)).toBe(2.612);
});

test('an exact half of a thousandth rounds away from zero', () => {
  expect(decayedPoints(2, 5 * 105, 105)).toBe(0.063);
  expect(decayedPoints(-2, 5 * 105, 105)).toBe(-0.063);
});

test('what is spent is zero, without a sign', () => {
  expect(decayedPoints(-3, 100_000, 1)).toBe(0);
});

test('an older signal is never worth more', () => {
  const age = fc.integer({ min: 0, max: 5000 });
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 5 }),
      age,
      fc.integer({ min: 1, max: 1460 }),
      (points, days, half) => {
        expect(decayedPoints(points, days + 1, half)).toBeLessThanOrEqual(decayedPoints(points, days, half));
      },
    ),
  );
});
