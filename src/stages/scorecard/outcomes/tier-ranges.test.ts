import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sharingAccounts, sharingCard, vectorsOf } from '../../../../test/outcome-support.ts';
import { scoreRecord } from '../score-record.ts';
import { tierOf } from '../tier-of.ts';
import { tierRanges } from './tier-ranges.ts';

test('ranges are those of the accounts scored one by one', () => {
  let open = 0;
  fc.assert(
    fc.property(sharingCard, sharingAccounts, (card, accounts) => {
      const scored = accounts
        .map((account) => scoreRecord(card, account))
        .filter(({ standing }) => standing === 'scored')
        .map(({ tier, fitMin, fitMax }) => ({
          tier: tier!,
          worst: tierOf(fitMin, card.tiers),
          best: tierOf(fitMax, card.tiers),
        }));
      const n = (is: (of: (typeof scored)[number]) => boolean) => scored.filter(is).length;
      const ranges = tierRanges(vectorsOf(card, accounts), card);
      for (const of of ranges.tiers) {
        const own = (is: (each: (typeof scored)[number]) => boolean) =>
          n((each) => each.tier === of.tier && is(each));
        expect(of).toEqual({
          tier: of.tier,
          accounts: own(() => true),
          settled: own(({ worst, best }) => worst === best),
          mayRise: own(({ tier, best }) => best < tier),
          mayFall: own(({ tier, worst }) => worst > tier),
        });
        expect(ranges.atWorst[of.tier]).toBe(n(({ worst }) => worst === of.tier));
        expect(ranges.atBest[of.tier]).toBe(n(({ best }) => best === of.tier));
        open += of.mayRise + of.mayFall;
      }
    }),
  );
  expect(open).toBeGreaterThan(50);
});
