import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assignFolds } from './assign-folds.ts';

const units = fc.array(fc.tuple(fc.nat(30), fc.integer({ min: 0, max: 1 })), {
  minLength: 10,
  maxLength: 120,
});

describe('folds', () => {
  it('never split a group', () => {
    fc.assert(
      fc.property(units, fc.integer(), (drawn, seed) => {
        const groups = Int32Array.from(drawn, ([group]) => group);
        const folds = assignFolds(
          groups,
          Uint8Array.from(drawn, ([, y]) => y),
          { folds: 5, seed },
        );
        groups.forEach((group, i) => {
          expect(folds[i]).toBe(folds[groups.indexOf(group)]);
        });
      }),
    );
  });

  it('hold about as many positives each where units stand alone', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 1 }), { minLength: 10, maxLength: 200 }),
        fc.integer(),
        (drawn, seed) => {
          const label = Uint8Array.from(drawn);
          const folds = assignFolds(Int32Array.from(label.keys()), label, { folds: 5, seed });
          const positives = [0, 1, 2, 3, 4].map(
            (fold) => label.filter((y, i) => y === 1 && folds[i] === fold).length,
          );
          expect(Math.max(...positives) - Math.min(...positives)).toBeLessThanOrEqual(1);
        },
      ),
    );
  });

  it('are others with another seed, and the same with the same', () => {
    const groups = Int32Array.from({ length: 50 }, (_, i) => i);
    const label = Uint8Array.from({ length: 50 }, (_, i) => (i % 3 === 0 ? 1 : 0));
    const deal = (seed: number) => assignFolds(groups, label, { folds: 5, seed }).join();
    expect(deal(1)).toBe(deal(1));
    expect(deal(1)).not.toBe(deal(2));
  });
});
