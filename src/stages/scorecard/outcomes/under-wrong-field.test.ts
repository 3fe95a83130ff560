import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sharingAccounts, sharingCard, vectorsOf } from '../../../../test/outcome-support.ts';
import { cardOf, recordOf } from '../../../../test/score-support.ts';
import { fieldsOf } from '../../../base/expr/index.ts';
import { fitRange } from '../fit-range.ts';
import { scoreRecord } from '../score-record.ts';
import { underWrongField } from './under-wrong-field.ts';

const share = fc.integer({ min: 0, max: 20 }).map((twentieths) => twentieths / 20);

test('an account stays as often as the fields of the accounts of the market, taken one by one, keep it', () => {
  let moved = 0;
  fc.assert(
    fc.property(sharingCard, sharingAccounts, share, (card, accounts, wrong) => {
      const scores = accounts.map((account) => scoreRecord(card, account));
      const market = scores.filter(({ standing }) => standing !== 'outside-market');
      const inA = scores.filter(({ tier }) => tier === 'A');
      const asks = card.fit.map(({ condition }) => fieldsOf(condition).includes('industry'));
      const stay = inA.reduce((sum, { fitLines }) => {
        const kept = market.filter((other) => {
          const truths = fitLines.map((truth, i) => (asks[i] ? other.fitLines[i]! : truth));
          return fitRange(card, truths).fit >= card.tiers.A;
        });
        return sum + 1 - wrong + (wrong * kept.length) / market.length;
      }, 0);
      const survival = underWrongField(vectorsOf(card, accounts), card, { field: 'industry', share: wrong })!;
      expect(survival.accounts).toBe(inA.length);
      expect(survival.stay).toBeCloseTo(stay, 9);
      expect(survival.share === null).toBe(inA.length === 0);
      if (stay < inA.length) moved += 1;
    }),
  );
  expect(moved).toBeGreaterThan(15);
});

test('of a field that no line asks for nothing is said', () => {
  const card = cardOf(
    'fit:\n  firmographic:\n    - { field: a, min: 1, points: 3 }\ntiers: { A: 3, B: 2, C: 1 }',
  );
  const vectors = vectorsOf(card, [recordOf({ values: { a: 1 } }), recordOf({ values: { a: 0 } })]);
  expect(underWrongField(vectors, card, { field: 'industry', share: 0.5 })).toBeNull();
  expect(underWrongField(vectors, card, { field: 'a', share: 0.5 })).toEqual({
    accounts: 1,
    stay: 0.75,
    share: 0.75,
  });
});
