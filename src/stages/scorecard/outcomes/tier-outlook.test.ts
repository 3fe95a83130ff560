import { expect, test } from 'vitest';
import { vectorsOf } from '../../../../test/outcome-support.ts';
import { cardOf, recordOf } from '../../../../test/score-support.ts';
import { tierOutlook } from './tier-outlook.ts';

const card = cardOf(`
market:
  - { field: country, any: [ES] }
fit:
  firmographic:
    - { field: industry, any: [clinic], points: 3 }
    - { field: employees, min: 3, points: 2 }
anti:
  - { field: ownership, any: [public], because: tenders }
tiers: { A: 5, B: 3, C: 2 }
`);

const account = (industry: string, employees: number, rest = {}) =>
  recordOf({ values: { country: 'ES', industry, employees, ownership: 'private', ...rest } });
const vectors = vectorsOf(card, [
  account('clinic', 5),
  account('clinic', 1),
  account('clinic', 1),
  account('bank', 5),
  account('bank', 1),
  account('clinic', 5, { ownership: 'public' }),
  account('clinic', 5, { country: 'FR' }),
]);
const rateOf = (total: number) => ({ rate: total / 10, low: total / 20, high: total / 5 });

test('a tier promises the sum of the rates of its totals, with the sums of their ends', () => {
  const { tiers, outOfOrder } = tierOutlook(vectors, card, rateOf);
  expect(tiers[1]).toEqual({
    tier: 'B',
    accounts: 2,
    share: 2 / 6,
    expected: {
      outcomes: { rate: 0.6, low: 0.3, high: 1.2 },
      rate: { rate: 0.3, low: 0.15, high: 0.6 },
    },
  });
  expect(tiers.map(({ accounts }) => accounts)).toEqual([1, 2, 1, 1]);
  expect(outOfOrder).toEqual([]);
});

test('a worse tier that promises more is named', () => {
  const { outOfOrder } = tierOutlook(vectors, card, (total) => ({ rate: 1 - total / 10, low: 0, high: 1 }));
  expect(outOfOrder).toEqual([
    ['A', 'B'],
    ['B', 'C'],
    ['C', 'D'],
  ]);
});

test('nothing is promised, and no order is claimed, where no rate is known', () => {
  const { tiers, outOfOrder } = tierOutlook(vectors, card, () => null);
  expect(tiers.every(({ expected }) => expected === null)).toBe(true);
  expect(outOfOrder).toBeNull();
});

test('an empty tier is out of no order, an empty market has no shares', () => {
  const narrow = { ...card, tiers: { A: 9, B: 3, C: 2 } };
  const { tiers, outOfOrder } = tierOutlook(vectors, narrow, rateOf);
  expect(tiers[0]).toEqual({ tier: 'A', accounts: 0, share: 0, expected: null });
  expect(outOfOrder).toEqual([]);
  expect(tierOutlook(vectorsOf(card, []), card, rateOf).tiers[0]!.share).toBeNull();
});
