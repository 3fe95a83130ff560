import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cardOf, recordOf } from '../../../test/score-support.ts';
import type { ExprRecord, Value } from '../../base/expr/index.ts';
import { comparedSubjects, type ToolUse } from './compared-subjects.ts';
import { type ComparedCustomer, mostAlike } from './most-alike.ts';

const card = cardOf(`
fit:
  firmographic:
    - { field: industry, any: [private clinic], points: 3 }
    - { field: employees, between: [3, 15], points: 2 }
`);
const crm: ToolUse = {
  op: 'tool',
  negated: false,
  technologies: null,
  categories: ['crm'],
  since: null,
  scopes: ['crm'],
  coveredEverywhere: false,
};
const subjects = comparedSubjects(card.fit, {
  fields: [
    { name: 'industry', label: 'Industry', kind: 'category' },
    { name: 'employees', label: 'Employees', kind: 'number' },
    { name: 'city', label: 'City', kind: 'category' },
  ],
  tools: [{ label: 'crm tools', use: crm }],
});
const account = recordOf({ values: { industry: 'private clinic', employees: 5, city: 'Vigo' } });

const customer = (
  accountId: string,
  values: Record<string, Value>,
  more: Partial<ComparedCustomer> = {},
) => ({
  accountId,
  rank: null,
  startedOn: null,
  record: recordOf({ values }),
  ...more,
});
const alike = (of: ExprRecord, customers: readonly ComparedCustomer[], most = 3) => {
  const found = mostAlike(of, subjects, most);
  found.add(customers);
  return found.found();
};
const clinic = { industry: 'private clinic', employees: 7 };

describe('the customers most alike', () => {
  it('agree in words on values and windows, counted over what is known of both', () => {
    const [first] = alike(account, [customer('a', { ...clinic, city: 'Lugo' })]);
    expect(first).toMatchObject({
      agree: 2,
      known: 3,
      of: 3,
      points: { agree: 5, known: 5 },
      agreements: [
        { subject: 'industry', points: 3, here: 'private clinic', there: 'private clinic' },
        { subject: 'employees', points: 2, here: '5', there: '7' },
      ],
      differences: [{ subject: 'city', points: 0, here: 'Vigo', there: 'Lugo' }],
    });
  });

  it('agree on the points of the page first, then on all else', () => {
    const found = alike(account, [
      customer('city alone', { industry: 'other', employees: 7, city: 'Vigo' }),
      customer('page alone', { ...clinic, city: 'Lugo' }),
      customer('all', { ...clinic, city: 'Vigo' }),
    ]);
    expect(found.map(({ accountId }) => accountId)).toEqual(['all', 'page alone', 'city alone']);
  });

  it('are of equal ones those of the better rank, then of the smaller id', () => {
    const found = alike(account, [
      customer('c', clinic),
      customer('b', clinic),
      customer('a', clinic, { rank: 9 }),
      customer('d', clinic, { rank: 2 }),
    ]);
    expect(found.map(({ accountId }) => accountId)).toEqual(['d', 'a', 'b']);
  });

  it('had their tools when they started; one first seen later neither agrees nor differs', () => {
    const technologies = [{ technology: 'x', category: 'crm', firstSeen: '2024-01-01' }];
    const coverage = [{ scope: 'crm', checkedOn: null }];
    const user = recordOf({ technologies });
    const at = (startedOn: string | null) =>
      alike(user, [
        { accountId: 'a', rank: null, startedOn, record: recordOf({ technologies, coverage }) },
      ])[0];
    expect([at(null)?.known, at('2024-01-01')?.known, at('2023-12-31')?.known]).toEqual([1, 1, 0]);
  });

  it('are the same in one batch, in several and in any order', () => {
    const value = fc.record({
      industry: fc.constantFrom('private clinic', 'other', null),
      employees: fc.constantFrom(1, 5, 12, 40, null),
      city: fc.constantFrom('Vigo', 'Lugo', null),
    });
    const drawn = fc.array(
      fc.record({ values: value, rank: fc.option(fc.integer({ min: 1, max: 4 }), { nil: null }) }),
      {
        maxLength: 30,
      },
    );
    fc.assert(
      fc.property(drawn, fc.integer({ min: 0, max: 30 }), (of, cut) => {
        const customers = of.map(({ values, rank }, i) => customer(`c${i}`, values, { rank }));
        const batches = mostAlike(account, subjects, 3);
        batches.add(customers.slice(cut).toReversed());
        batches.add(customers.slice(0, cut));
        expect(batches.found()).toEqual(alike(account, customers));
      }),
    );
  });

  it('are none better when one learns nothing of them', () => {
    const unknown = fc.constantFrom('industry', 'employees', 'city');
    fc.assert(
      fc.property(unknown, (field) => {
        const whole = { ...clinic, city: 'Vigo' };
        const found = alike(account, [customer('a', { ...whole, [field]: null }), customer('b', whole)]);
        expect(found.map(({ accountId }) => accountId)).toEqual(['b', 'a']);
      }),
    );
  });
});
