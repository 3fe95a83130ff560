import { describe, expect, it } from 'vitest';
import type { ResolvedCondition } from '../expr/index.ts';
import { compileConditions } from './compile-conditions.ts';
import type { ConditionSources, FieldShape } from './compile-sources.ts';
import { nullOf } from './literals.ts';
import { table } from './relations.ts';
import type { SqlRelation } from './types.ts';

const SHAPES: Readonly<Record<string, FieldShape>> = {
  industry: { kind: 'category', banded: false, mixedCurrency: false, unit: null },
  revenue: { kind: 'money', banded: false, mixedCurrency: false, unit: 'EUR' },
};
const SOURCES: ConditionSources = {
  accounts: table('accounts'),
  technologies: table('technologies'),
  signals: table('signals'),
  coverage: table('coverage'),
  observations: table('observations'),
  shapeOf: (field) => SHAPES[field] ?? null,
};
const RETAIL: ResolvedCondition = { op: 'member', field: 'industry', values: ['retail'], negated: false };
const HIRED: ResolvedCondition = {
  op: 'signal',
  kind: 'hired',
  abouts: null,
  since: '2024-01-01',
  until: '2024-06-30',
  minStrength: null,
  scopes: ['hired'],
  coveredEverywhere: false,
};
const CRM: ResolvedCondition = {
  op: 'tool',
  negated: false,
  technologies: null,
  categories: ['CRM'],
  since: null,
  scopes: ['CRM'],
  coveredEverywhere: false,
};
const revenue = (currency: string | null): ResolvedCondition => ({
  op: 'window',
  field: 'revenue',
  low: 1,
  high: 2,
  currency,
});

/** The tables that were read for the events of a relation, with the number of questions asked of each. */
function asked(from: SqlRelation): Readonly<Record<string, number>> {
  if (from.kind !== 'join' || from.right.kind !== 'query' || from.right.query.kind !== 'select') return {};
  const rows = from.right.query.from;
  if (rows?.kind !== 'query' || rows.query.kind !== 'union') return {};
  return Object.fromEntries(
    rows.query.of.map((part) => {
      if (part.kind !== 'select' || part.from?.kind !== 'table' || part.where?.kind !== 'or') return [];
      return [part.from.name, part.where.of.length];
    }),
  );
}

describe('compileConditions', () => {
  it('leaves the accounts alone when no condition asks for another table', () => {
    expect(compileConditions([RETAIL, revenue(null)], SOURCES).from).toEqual(SOURCES.accounts);
  });

  it('reads each table that is asked for once, whatever the number of conditions', () => {
    const { from } = compileConditions(
      [CRM, { ...CRM, categories: ['ERP'], scopes: ['ERP'] }, HIRED],
      SOURCES,
    );
    expect(asked(from)).toEqual({ technologies: 2, signals: 1, coverage: 3 });
  });

  it('asks the same thing of a table only once', () => {
    const conditions: ResolvedCondition[] = [
      CRM,
      { ...CRM, negated: true },
      { op: 'all', conditions: [CRM, RETAIL] },
    ];
    expect(asked(compileConditions(conditions, SOURCES).from)).toEqual({ technologies: 1, coverage: 1 });
  });

  it('does not read coverage for what was looked for everywhere', () => {
    expect(asked(compileConditions([{ ...HIRED, coveredEverywhere: true }], SOURCES).from)).toEqual({
      signals: 1,
    });
  });

  it('reads nothing for tables that are not there', () => {
    const bare = { ...SOURCES, technologies: null, signals: null, coverage: null, observations: null };
    const { from, truths, latest } = compileConditions([CRM, HIRED], bare);
    expect(from).toEqual(SOURCES.accounts);
    expect(truths).toEqual([nullOf('boolean'), nullOf('boolean')]);
    expect(latest).toEqual([null, nullOf('date')]);
  });

  it('a field that the table does not have, and another currency than the field has, are unknown', () => {
    const gone: ResolvedCondition = { ...RETAIL, field: 'gone' };
    expect(compileConditions([gone, revenue('USD')], SOURCES).truths).toEqual([
      nullOf('boolean'),
      nullOf('boolean'),
    ]);
  });

  it('a currency that the whole field has costs nothing', () => {
    const [priced, plain] = compileConditions([revenue('EUR'), revenue(null)], SOURCES).truths;
    expect(priced).toEqual(plain);
  });

  it('gives the newest day for signals only', () => {
    const { latest } = compileConditions([RETAIL, HIRED, { op: 'all', conditions: [HIRED] }], SOURCES);
    expect(latest.map((day) => day !== null)).toEqual([false, true, false]);
  });
});
