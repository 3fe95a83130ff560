import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fillTiers } from './fill-tiers.ts';

test('cuts that are not given stay as they are while they fall', () => {
  expect(fillTiers([8], { A: 9, B: 6, C: 3 })).toEqual({ A: 8, B: 6, C: 3 });
  expect(fillTiers([8, 2], { A: 9, B: 6, C: 3 })).toEqual({ A: 8, B: 2, C: 1 });
});

test('tiers fall from A to C whichever falling cuts are given', () => {
  const points = fc.uniqueArray(fc.integer({ min: -20, max: 40 }), { minLength: 3, maxLength: 3 });
  fc.assert(
    fc.property(points, points, fc.integer({ min: 0, max: 3 }), (given, own, n) => {
      const falling = (of: readonly number[]) => [...of].sort((a, b) => b - a) as [number, number, number];
      const [A, B, C] = falling(own);
      const tiers = fillTiers(falling(given).slice(0, n), { A, B, C });
      expect(tiers.A).toBeGreaterThan(tiers.B);
      expect(tiers.B).toBeGreaterThan(tiers.C);
    }),
  );
});
