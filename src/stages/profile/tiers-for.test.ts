import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tiersFor } from './tiers-for.ts';

test('twelve attainable points give the tiers of the worked example', () => {
  expect(tiersFor(12)).toEqual({ A: 9, B: 6, C: 3 });
});

test('a card that knows nothing, or next to nothing, reaches no A', () => {
  expect(tiersFor(0)).toEqual({ A: 3, B: 2, C: 1 });
  expect(tiersFor(2).A).toBeGreaterThan(2);
  expect(tiersFor(3).A).toBe(3);
});

test('tiers fall, stay within reach from three points on, and never sink as points are added', () => {
  fc.assert(
    fc.property(fc.nat({ max: 200 }), (attainable) => {
      const { A, B, C } = tiersFor(attainable);
      const more = tiersFor(attainable + 1);
      expect(A > B && B > C && C > 0).toBe(true);
      expect(A <= Math.max(3, attainable)).toBe(true);
      expect(more.A >= A && more.B >= B && more.C >= C).toBe(true);
    }),
  );
});
