import fc from 'fast-check';
import { expect, test } from 'vitest';
import { probabilityTiers } from './probability-tiers.ts';

const current = { A: 9, B: 6, C: 3 };
const totals = [10, 8, 5, 2, 0].map((total) => ({ total, accounts: 10 }));
const rateOf = (total: number) => ({ rate: total / 20, low: 0, high: 1 });

test('a tier begins at the lowest total from which on every total promises its rate', () => {
  expect(probabilityTiers(totals, { rates: [0.4, 0.25, 0.1], rateOf, current })).toEqual({
    kind: 'tiers',
    tiers: { A: 8, B: 5, C: 2 },
  });
  const dips = (total: number) => ({ ...rateOf(total), rate: total === 8 ? 0.1 : total / 20 });
  expect(probabilityTiers(totals, { rates: [0.25], rateOf: dips, current })).toMatchObject({
    tiers: { A: 10, B: 6, C: 3 },
  });
});

test('a rate that no total promises is out of reach, with the highest that one does', () => {
  expect(probabilityTiers(totals, { rates: [0.6], rateOf, current })).toEqual({
    kind: 'out-of-reach',
    rate: 0.6,
    highest: 0.5,
  });
});

test('two rates that begin at one total are told, not given an empty tier', () => {
  expect(probabilityTiers(totals, { rates: [0.4, 0.38, 0.1], rateOf, current })).toEqual({
    kind: 'alike',
    rates: [0.4, 0.38],
    total: 8,
  });
});

test('without rates there are no cuts', () => {
  expect(probabilityTiers(totals, { rates: [0.4], rateOf: () => null, current })).toEqual({
    kind: 'not-validated',
  });
  expect(probabilityTiers([], { rates: [0.4], rateOf, current })).toEqual({ kind: 'not-validated' });
});

test('every account of a tier has at least its rate where cuts are found', () => {
  const rates = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 3, maxLength: 8 });
  const share = fc.double({ min: 0.01, max: 0.99, noNaN: true });
  fc.assert(
    fc.property(rates, share, (of, asked) => {
      const held = of.map((_, i) => ({ total: of.length - i, accounts: 1 }));
      const chosen = probabilityTiers(held, {
        rates: [asked],
        rateOf: (total) => ({ rate: of[of.length - total]!, low: 0, high: 1 }),
        current,
      });
      if (chosen.kind === 'tiers')
        for (const { total } of held)
          if (total >= chosen.tiers.A) expect(of[of.length - total]!).toBeGreaterThanOrEqual(asked);
      expect(chosen.kind).toBe(of[0]! >= asked ? 'tiers' : 'out-of-reach');
    }),
  );
});
