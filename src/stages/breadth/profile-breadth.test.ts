import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wilsonInterval } from '../../base/stats/index.ts';
import { readProfile } from '../profile/index.ts';
import type { OutcomeCount } from '../scorecard/index.ts';
import { profileBreadth } from './profile-breadth.ts';
import type { ProfileStep } from './types.ts';

const profile = readProfile(`profile: Test
fit:
  firmographic:
    - { field: industry, any: [clinic], points: 3 }
    - { field: size, between: [3, 15], points: 2 }
    - { field: public, any: [true], points: -1 }
tiers: { A: 5, B: 3, C: 1 }`);
const version = { name: 'Test', version: 1, profile };

const wider: ProfileStep = {
  line: 1,
  change: 'wider-above',
  condition: { op: 'window', field: 'size', low: 3, high: 20, currency: null },
  from: 'size 3-15',
  to: 'size 3-20',
};

const group = (
  truths: OutcomeCount['truths'],
  accounts: number,
  more: Partial<OutcomeCount> = {},
): OutcomeCount => ({ truths, scored: true, accounts, units: 0, best: 0, ...more });

const prospects = [
  group([true, true, false, true], 10),
  group([true, null, false, null], 20),
  group([false, false, false, true], 30),
  group([true, true, true, true], 5, { scored: false }),
  group([false, true, true, true], 35),
];
const compared = [
  group([true, true, false, true], 4, { units: 4, best: 3 }),
  group([true, false, false, true], 6, { units: 8, best: 2 }),
  group([false, false, false, false], 5, { units: 5, best: 0 }),
];

describe('a page on the frontier', () => {
  const found = profileBreadth({ version, steps: [wider], prospects, compared, capacity: 50 });

  it('reaches at each total the accounts with at least as many known points, of all in the market', () => {
    expect(found.totals.map(({ total, tier, reach }) => [total, tier, reach.n, reach.of])).toEqual([
      [5, 'A', 10, 100],
      [3, 'B', 30, 100],
      [1, 'C', 65, 100],
      [0, 'D', 95, 100],
    ]);
  });

  it('has at each total the share of best among the customers there, with Wilson’s interval', () => {
    expect(found.totals.map(({ rate }) => [rate.best, rate.of])).toEqual([
      [3, 4],
      [5, 12],
      [5, 12],
      [5, 17],
    ]);
    const [first] = found.totals;
    expect(first?.rate).toMatchObject({ share: 0.75, by: 'wilson' });
    expect(first?.rate.interval).toEqual(wilsonInterval(3, 4, 0.9));
  });

  it('is tiers A and B as it stands, and with a window moved', () => {
    expect(found.now).toEqual({ reach: found.totals[1]!.reach, rate: found.totals[1]!.rate });
    expect(found.steps).toMatchObject([{ ...wider, reach: { n: 30, of: 100 }, rate: { best: 5, of: 12 } }]);
  });

  it('is called too narrow or too broad with numbers', () => {
    expect(found.findings.map(({ rule }) => rule)).toEqual(['too-narrow']);
    const small = profileBreadth({ version, steps: [], prospects, compared, capacity: 30 });
    expect(small.findings).toEqual([]);
  });

  const truth = fc.constantFrom(true, false, null);
  const counts = fc.array(
    fc.record({
      truths: fc
        .tuple(truth, truth, truth, truth)
        .map(([a, b, c, wide]) => [a, b, c, b === true ? true : wide] as const),
      scored: fc.boolean(),
      accounts: fc.integer({ min: 1, max: 500 }),
      units: fc.integer({ min: 1, max: 9 }),
      best: fc.integer({ min: 0, max: 1 }),
    }),
    { maxLength: 12 },
  );

  it('reaches less the higher the total, and rests on fewer customers', () => {
    fc.assert(
      fc.property(counts, counts, (market, customers) => {
        const of = { version, steps: [], prospects: market, compared: customers, capacity: 200 };
        const { totals } = profileBreadth(of);
        totals.slice(1).forEach((lower, i) => {
          const higher = totals[i]!;
          expect(higher.total).toBeGreaterThan(lower.total);
          expect(higher.reach.n).toBeLessThanOrEqual(lower.reach.n);
          expect(higher.rate.of).toBeLessThanOrEqual(lower.rate.of);
          expect(higher.rate.best).toBeLessThanOrEqual(lower.rate.best);
        });
        const scored = market.filter((one) => one.scored).reduce((sum, one) => sum + one.accounts, 0);
        expect(totals.at(-1)?.reach.n ?? 0).toBe(scored);
      }),
    );
  });

  it('never reaches less when a window that earns points is widened', () => {
    fc.assert(
      fc.property(counts, (market) => {
        const of = { version, steps: [wider], prospects: market, compared: [], capacity: 200 };
        const { now, steps } = profileBreadth(of);
        expect(steps[0]!.reach.n).toBeGreaterThanOrEqual(now.reach.n);
      }),
    );
  });
});
