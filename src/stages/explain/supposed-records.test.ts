import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AS_OF, condition, contextOf, record } from '../../../test/conditions-arbitraries.ts';
import { recordOf } from '../../../test/score-support.ts';
import { evaluate, type ResolvedCondition, resolveCondition } from '../../base/expr/index.ts';
import { supposedRecords } from './supposed-records.ts';

const isSet = (field: string) => field === 'tags';
const employees = (low: number, high: number): ResolvedCondition => ({
  op: 'window',
  field: 'employees',
  low,
  high,
  currency: null,
});

describe('supposed accounts', () => {
  it('come out as wanted', () => {
    let supposed = 0;
    fc.assert(
      fc.property(
        fc.array(record, { minLength: 5, maxLength: 5 }),
        condition,
        fc.boolean(),
        (records, written, wanted) => {
          const resolved = resolveCondition(written, contextOf(records, []));
          for (const of of records) {
            const found = supposedRecords(of, {
              condition: resolved,
              wanted,
              beside: [],
              asOf: AS_OF,
              isSet,
            });
            supposed += found.length;
            expect(found.every((one) => evaluate(resolved, one) === wanted)).toBe(true);
          }
        },
      ),
      { numRuns: 300 },
    );
    expect(supposed).toBeGreaterThan(1000);
  });

  it('are told apart by the ends of other windows on the same field', () => {
    const found = supposedRecords(recordOf({}), {
      condition: employees(3, 15),
      wanted: true,
      beside: [employees(10, Number.POSITIVE_INFINITY)],
      asOf: AS_OF,
      isSet,
    });
    expect(found.map(({ values }) => values.employees)).toEqual([3, 10, 15, 4, 11]);
  });

  it('keep to what a band says', () => {
    const found = supposedRecords(recordOf({ values: { employees: { low: 10, high: 49 } } }), {
      condition: employees(3, 15),
      wanted: true,
      beside: [],
      asOf: AS_OF,
      isSet,
    });
    expect(found.map(({ values }) => values.employees)).toEqual([10, 15, 11]);
  });

  it('hold any of several texts in a set, one in any other field', () => {
    const named: ResolvedCondition = { op: 'member', field: 'tags', values: ['a', 'b'], negated: false };
    const supposition = { condition: named, wanted: true, beside: [], asOf: AS_OF };
    const valuesOf = (of: (field: string) => boolean) =>
      supposedRecords(recordOf({}), { ...supposition, isSet: of }).map(({ values }) => values.tags);
    expect(valuesOf(isSet)).toEqual([['a'], ['b'], ['a', 'b']]);
    expect(valuesOf(() => false)).toEqual(['a', 'b']);
  });

  it('use a new tool where it was looked for and not found, else perhaps an old one', () => {
    const tool: ResolvedCondition = {
      op: 'tool',
      negated: false,
      technologies: null,
      categories: ['crm'],
      since: null,
      scopes: ['crm'],
      coveredEverywhere: false,
    };
    const days = (coverage: Parameters<typeof recordOf>[0]['coverage']) =>
      supposedRecords(recordOf({ coverage: coverage! }), {
        condition: tool,
        wanted: true,
        beside: [],
        asOf: AS_OF,
        isSet,
      }).map(({ technologies }) => technologies[0]?.firstSeen);
    expect(days([{ scope: 'crm', checkedOn: null }])).toEqual([AS_OF]);
    expect(days([])).toEqual([AS_OF, '0001-01-01']);
  });
});
