import { describe, expect, it } from 'vitest';
import { wilsonInterval } from '../../base/stats/index.ts';
import { readProfile } from '../profile/index.ts';
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
  words: 'size 3-20',
  from: 'size 3-15',
  to: 'size 3-20',
};

const reached = (accounts: number, units = 0, best = 0) => ({ accounts, units, best });

const counts = {
  inMarket: 100,
  totals: [
    { total: 5, ...reached(10, 4, 3) },
    { total: 3, ...reached(20, 8, 2) },
    { total: 2, ...reached(35) },
    { total: 0, ...reached(30, 5, 0) },
  ],
  steps: [reached(45, 12, 5)],
};

describe('a page on the frontier', () => {
  const found = profileBreadth({ version, steps: [wider], counts, capacity: 50 });

  it('reaches at each total the accounts with at least as many known points, of all in the market', () => {
    expect(found.totals.map(({ total, tier, reach }) => [total, tier, reach.n, reach.of])).toEqual([
      [5, 'A', 10, 100],
      [3, 'B', 30, 100],
      [2, 'C', 65, 100],
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

  it('is tiers A and B as it stands, and with a step taken', () => {
    expect(found.now).toEqual({ reach: found.totals[1]!.reach, rate: found.totals[1]!.rate });
    expect(found.steps).toMatchObject([{ ...wider, reach: { n: 45, of: 100 }, rate: { best: 5, of: 12 } }]);
  });

  it('is called too narrow or too broad with numbers', () => {
    expect(found.findings.map(({ rule }) => rule)).toEqual(['too-narrow']);
    const small = profileBreadth({ version, steps: [], counts: { ...counts, steps: [] }, capacity: 30 });
    expect(small.findings).toEqual([]);
  });

  it('reaches nobody where nobody was counted', () => {
    const none = { inMarket: 0, totals: [], steps: [] };
    const { now, totals } = profileBreadth({ version, steps: [], counts: none, capacity: 1 });
    expect(now).toMatchObject({ reach: { n: 0, of: 0 }, rate: { share: 0, of: 0 } });
    expect(totals).toEqual([]);
  });
});
