import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countOutcomes } from './count-outcomes.ts';
import { countTotals } from './count-totals.ts';
import { tierMoves } from './tier-moves.ts';
import { tryCards } from './try-cards.ts';
import type { OutcomeVectors, PointsCard } from './types.ts';

const lines = 9;

const group = fc.record({
  standing: fc.constantFrom('scored' as const, 'disqualified' as const),
  timing: fc.constantFrom('hot' as const, 'warm' as const, 'cold' as const, 'unknown' as const),
  counted: fc.uniqueArray(fc.tuple(fc.nat({ max: 3 ** lines - 1 }), fc.integer({ min: 1, max: 50 })), {
    selector: ([code]) => code,
    maxLength: 30,
  }),
});

const vectors = fc
  .tuple(fc.uniqueArray(group, { selector: ({ standing, timing }) => standing + timing }), fc.nat({ max: 9 }))
  .map(
    ([groups, outsideMarket]): OutcomeVectors => ({
      kind: 'outcome-vectors',
      version: 1,
      lines,
      outsideMarket,
      groups: groups.map(({ standing, timing, counted }) => ({
        standing,
        timing,
        codes: counted.map(([code]) => code),
        accounts: counted.map(([, n]) => n),
      })),
    }),
  );

const card = fc
  .record({
    points: fc.array(fc.integer({ min: -5, max: 5 }), { minLength: lines, maxLength: lines }),
    cuts: fc.uniqueArray(fc.integer({ min: -6, max: 15 }), { minLength: 3, maxLength: 3 }),
  })
  .map(({ points, cuts }): PointsCard => {
    const [C = 0, B = 1, A = 2] = cuts.toSorted((one, other) => one - other);
    return { fit: points.map((of) => ({ points: of })) as unknown as PointsCard['fit'], tiers: { A, B, C } };
  });

describe('a card that is tried', () => {
  it('comes to the same as counting counts, totals, moves and each timing class apart', () => {
    fc.assert(
      fc.property(vectors, card, card, (of, before, after) => {
        const tried = tryCards(of, before)(after);
        expect(tried.counts).toEqual(countOutcomes(of, after));
        expect(tried.totals).toEqual(countTotals(of, after));
        expect(tried.moves).toEqual(tierMoves(of, { before, after }));
        for (const { timing, tiers } of tried.grid) {
          const own = of.groups.filter((one) => one.timing === timing && one.standing === 'scored');
          expect(tiers).toEqual(countOutcomes({ ...of, groups: own }, after).tiers);
        }
      }),
    );
  });
});
