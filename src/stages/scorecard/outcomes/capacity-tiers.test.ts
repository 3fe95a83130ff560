import fc from 'fast-check';
import { expect, test } from 'vitest';
import { capacityTiers } from './capacity-tiers.ts';

const current = { A: 9, B: 6, C: 3 };
const totals = [
  { total: 10, accounts: 50 },
  { total: 8, accounts: 300 },
  { total: 6, accounts: 400 },
  { total: 3, accounts: 1000 },
  { total: 0, accounts: 2000 },
];

test('each cut is the total whose count comes nearest, accounts with one total together', () => {
  expect(capacityTiers(totals, { wanted: [201, 500, 1000], current })).toEqual({
    kind: 'tiers',
    tiers: { A: 8, B: 6, C: 3 },
  });
  expect(capacityTiers(totals, { wanted: [199, 100, 1000], current })).toMatchObject({
    tiers: { A: 10, B: 8, C: 3 },
  });
});

test('of two totals as near the smaller count is taken: nobody works more than there are hands', () => {
  expect(capacityTiers(totals, { wanted: [200], current })).toMatchObject({ tiers: { A: 10 } });
});

test('a tier that is not asked for keeps its cut, under the others', () => {
  expect(capacityTiers(totals, { wanted: [50, 300], current })).toMatchObject({
    tiers: { A: 10, B: 8, C: 3 },
  });
  expect(capacityTiers(totals, { wanted: [700, 1100], current })).toMatchObject({
    tiers: { A: 6, B: 3, C: 2 },
  });
});

test('fewer different totals than tiers to tell apart give no cuts', () => {
  expect(capacityTiers(totals.slice(0, 2), { wanted: [1, 2, 3], current })).toEqual({
    kind: 'too-few-totals',
    needed: 3,
    found: 2,
  });
  expect(capacityTiers([], { wanted: [1], current })).toMatchObject({ found: 0 });
});

test('every tier that was asked for holds accounts, and D too while some are left and totals allow', () => {
  const counts = fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 3, maxLength: 12 });
  const wanted = fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(counts, wanted, (held, ask) => {
      const of = held.map((accounts, i) => ({ total: held.length - 2 * i, accounts }));
      const chosen = capacityTiers(of, { wanted: ask, current });
      if (chosen.kind !== 'tiers') throw new Error(chosen.kind);
      const { A, B, C } = chosen.tiers;
      const cuts = [A, B, C].slice(0, ask.length);
      const within = (low: number, high: number) => of.some(({ total }) => total >= low && total < high);
      for (const [i, cut] of cuts.entries())
        expect(within(cut, cuts[i - 1] ?? Number.POSITIVE_INFINITY)).toBe(true);
      const all = held.reduce((sum, n) => sum + n, 0);
      const asked = ask.reduce((sum, n) => sum + n, 0);
      if (held.length > ask.length && asked < all)
        expect(within(Number.NEGATIVE_INFINITY, cuts.at(-1)!)).toBe(true);
    }),
  );
});

test('no other total comes nearer to what A may hold', () => {
  const counts = fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 5, maxLength: 12 });
  fc.assert(
    fc.property(counts, fc.integer({ min: 1, max: 300 }), (held, wanted) => {
      const of = held.map((accounts, i) => ({ total: -i, accounts }));
      const chosen = capacityTiers(of, { wanted: [wanted], current: { A: -90, B: -95, C: -99 } });
      if (chosen.kind !== 'tiers') throw new Error(chosen.kind);
      const inA = (cut: number) => held.slice(0, 1 - cut).reduce((sum, n) => sum + n, 0);
      const last = held.length - (wanted < inA(1 - held.length) ? 1 : 0);
      const away = (cut: number) => Math.abs(inA(cut) - wanted);
      const cuts = Array.from({ length: last }, (_, i) => away(-i));
      expect(away(chosen.tiers.A)).toBe(Math.min(...cuts));
    }),
  );
});
