import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holm } from './holm.ts';

describe('holm', () => {
  // R: p.adjust(chances, "holm")
  it.each([
    [
      [0.04, 0.01, 0.03],
      [0.06, 0.03, 0.06],
    ],
    [[0.01], [0.01]],
    [
      [0.02, 0.02, 0.02, 0.001],
      [0.06, 0.06, 0.06, 0.004],
    ],
    [
      [0.9, 0.5, 0.4, 0.001, 0.02],
      [1, 1, 1, 0.005, 0.08],
    ],
    [
      [1e-300, 0.6, 0, 1],
      [3e-300, 1, 0, 1],
    ],
    [[], []],
  ])('of %j is %j', (chances, expected) => {
    const found = holm(chances);
    expect(found.length).toBe(expected.length);
    expected.forEach((p, i) => {
      expect(Math.abs(found[i]! - p)).toBeLessThanOrEqual(1e-15 * p);
    });
  });

  it('is no smaller than the chance and keeps the order of the chances', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true })), (chances) => {
        const found = holm(chances);
        for (let i = 0; i < chances.length; i++) {
          expect(found[i]).toBeGreaterThanOrEqual(chances[i]!);
          if (i > 0 && chances[i]! >= chances[i - 1]!) expect(found[i]).toBeGreaterThanOrEqual(found[i - 1]!);
        }
      }),
    );
  });
});
