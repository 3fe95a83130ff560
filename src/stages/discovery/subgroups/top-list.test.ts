import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Counted, createTopList } from './top-list.ts';

const counted = fc
  .record({
    ranks: fc.uniqueArray(fc.nat(5), { minLength: 1, maxLength: 3 }),
    quality: fc.constantFrom(0, 1, 2, 3),
    cover: fc.integer({ min: 1, max: 3 }),
  })
  .map(({ ranks, quality, cover }): Counted => {
    const tally = { cover, sum: 0 };
    return { ranks: ranks.sort((a, b) => a - b), inside: tally, maybe: tally, quality };
  });

/** The selectors say which rows are meant, so none come twice with different ones. */
const offered = fc.uniqueArray(counted, { selector: ({ ranks }) => ranks.join() });

it('a top list does not hang on the order of the offers', () => {
  fc.assert(
    fc.property(offered, fc.integer({ min: 1, max: 5 }), fc.nat(), (offers, keep, turn) => {
      const listOf = (order: readonly Counted[]) => {
        const same = (a: Counted, b: Counted): boolean => a.inside.cover === b.inside.cover;
        const list = createTopList({ keep, floor: 0, same });
        for (const offer of order) list.offer(offer);
        return list.entries();
      };
      const at = turn % (offers.length + 1);
      expect(listOf([...offers.slice(at), ...offers.slice(0, at)].toReversed())).toEqual(listOf(offers));
    }),
  );
});
