import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sharingAccounts, sharingCard, vectorsOf } from '../../../../test/outcome-support.ts';
import { cardOf, recordOf } from '../../../../test/score-support.ts';
import type { ExprRecord } from '../../../base/expr/index.ts';
import { scoreRecord } from '../score-record.ts';
import type { Card } from '../types.ts';
import { underMissingFields } from './under-missing-fields.ts';

const fields = ['industry', 'employees', 'locations', 'chain'];

/** The chance that an account stays in A, over every set of fields that can go missing: each scored anew. */
function chanceOneByOne(card: Card, account: ExprRecord, share: number): number {
  let stays = 0;
  for (let set = 0; set < 2 ** fields.length; set++) {
    const gone = fields.filter((_, i) => (set >> i) % 2 === 1);
    const chance = share ** gone.length * (1 - share) ** (fields.length - gone.length);
    const values = { ...account.values, ...Object.fromEntries(gone.map((field) => [field, null])) };
    if (scoreRecord(card, { ...account, values }).tier === 'A') stays += chance;
  }
  return stays;
}

test('the expectation is that of scoring every account anew under every set of missing fields', () => {
  let moved = 0;
  const share = fc.integer({ min: 0, max: 20 }).map((twentieths) => twentieths / 20);
  fc.assert(
    fc.property(sharingCard, sharingAccounts, share, (card, accounts, missing) => {
      const inA = accounts.filter((account) => scoreRecord(card, account).tier === 'A');
      const stay = inA.reduce((sum, account) => sum + chanceOneByOne(card, account, missing), 0);
      const survival = underMissingFields(vectorsOf(card, accounts), card, missing);
      expect(survival.accounts).toBe(inA.length);
      expect(survival.stay).toBeCloseTo(stay, 9);
      if (stay < inA.length) moved += 1;
    }),
    { numRuns: 200 },
  );
  expect(moved).toBeGreaterThan(15);
});

test('three fields of which two suffice: a tenth missing leaves .972', () => {
  const card = cardOf(`
fit:
  firmographic:
    - { field: a, min: 1, points: 1 }
    - { field: b, min: 1, points: 1 }
    - { field: c, min: 1, points: 1 }
tiers: { A: 2, B: 1, C: 0 }
`);
  const accounts = [recordOf({ values: { a: 1, b: 1, c: 1 } })];
  expect(underMissingFields(vectorsOf(card, accounts), card, 0.1).share).toBeCloseTo(0.972, 12);
});

test('an empty tier A has no share', () => {
  const card = cardOf(
    'fit:\n  firmographic:\n    - { field: a, min: 1, points: 1 }\ntiers: { A: 3, B: 2, C: 1 }',
  );
  expect(underMissingFields(vectorsOf(card, []), card, 0.2)).toEqual({ accounts: 0, stay: 0, share: null });
});
