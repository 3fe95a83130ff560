import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { estimateEffect, learnPrior, shrinkEffect } from './estimate-lift.ts';
import { effectiveLooks, fieldP, fieldZ } from './field-p.ts';
import { liftOfOdds } from './lift-of-odds.ts';
import { needMore } from './need-more.ts';

describe('the chance of a field', () => {
  it('is the plain chance when there is one look', () => {
    expect(fieldP(0.03, 1)).toBeCloseTo(0.03, 12);
    expect(fieldZ(1.959963984540054, 1, 2)).toBeCloseTo(1.959963984540054, 9);
  });

  it('counts as many looks as there were independent tests', () => {
    const strongest = Array.from({ length: 10_001 }, (_, i) => 1 - (1 - i / 10_000) ** (1 / 5));
    expect(effectiveLooks(strongest)).toBeCloseTo(5, 2);
  });

  it('stays precise far out', () => {
    expect(fieldP(1e-40, 20)).toBeCloseTo(2e-39, 45);
  });
});

describe('a lift', () => {
  const counts = { bestInside: 12, best: 20, restInside: 10, rest: 40, unknown: 0 };

  it('is 1 when the odds are equal', () => {
    expect(liftOfOdds(0, counts)).toBeCloseTo(1, 12);
  });

  it('is the counted one at the counted odds', () => {
    expect(liftOfOdds(Math.log((12 * 30) / (10 * 8)), counts)).toBeCloseTo(12 / 22 / (20 / 60), 10);
  });

  it('grows with the odds and stays what the margins allow', () => {
    fc.assert(
      fc.property(fc.double({ min: -20, max: 20, noNaN: true }), (odds) => {
        const lift = liftOfOdds(odds, counts);
        expect(lift).toBeGreaterThanOrEqual(0);
        expect(lift).toBeLessThanOrEqual(20 / 22 / (20 / 60) + 1e-9);
        expect(liftOfOdds(odds + 0.1, counts)).toBeGreaterThanOrEqual(lift);
      }),
    );
  });
});

describe('an effect that was searched for', () => {
  const odds = { estimate: 1.5, error: 0.5 };

  it('shrinks the more looks it took', () => {
    const one = shrinkEffect(odds, { z: 3, looks: 1, sides: 2 });
    const many = shrinkEffect(odds, { z: 3, looks: 50, sides: 2 });
    expect(one.shrunk).toBeCloseTo(1.5, 6);
    expect(many.shrunk).toBeLessThan(1);
    expect(many.shrunkError).toBeGreaterThan(0.5);
  });

  it('is drawn to nothing when all fields look like noise, and kept when its z is far out', () => {
    const quiet = Array.from({ length: 19 }, () =>
      shrinkEffect({ estimate: 0.1, error: 0.5 }, { z: 1, looks: 5, sides: 2 }),
    );
    const weak = shrinkEffect({ estimate: 0.8, error: 0.5 }, { z: 2.4, looks: 5, sides: 2 });
    const strong = shrinkEffect(odds, { z: 6, looks: 5, sides: 2 });
    const prior = learnPrior([...quiet, weak, strong]);
    expect(estimateEffect(weak, prior).point).toBeLessThan(0.2);
    expect(estimateEffect(strong, prior).point).toBeGreaterThan(1);
  });

  it('keeps its point inside its interval', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 4, noNaN: true }),
        fc.double({ min: 0.1, max: 2, noNaN: true }),
        fc.double({ min: 0, max: 8, noNaN: true }),
        (estimate, error, z) => {
          const effect = shrinkEffect({ estimate, error }, { z, looks: 10, sides: 2 });
          const { point, low, high } = estimateEffect(effect, learnPrior([effect]));
          expect(low).toBeLessThanOrEqual(point);
          expect(point).toBeLessThanOrEqual(high);
        },
      ),
    );
  });
});

describe('how many more would settle a pattern', () => {
  const size = { records: 60, fields: 20 };

  it('is fewer the stronger it is now', () => {
    const at = (z: number) => needMore({ z, looks: 5, sides: 2, error: 0.5 }, size)!;
    expect(at(3.5)).toBeLessThan(at(3));
    expect(at(3)).toBeGreaterThan(0);
  });

  it('is out of reach above twenty times what there is', () => {
    expect(needMore({ z: 0.5, looks: 20, sides: 2, error: 0.6 }, size)).toBeNull();
    expect(needMore({ z: 0, looks: 20, sides: 2, error: 0.6 }, size)).toBeNull();
  });
});
