import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestWorkspace, testWorkspace } from '../../../test/test-workspace.ts';
import { type ColumnInfo, column, type SqlQuery, select, subquery, values } from '../../base/sql/index.ts';
import {
  canonicalPartField,
  columnsOfField,
  type EntityPart,
  mergeFields,
  type PartField,
  planFold,
} from '../../stages/dataset/index.ts';
import { findDisagreements } from './find-disagreements.ts';
import { foldNext, nothingFolded } from './fold-parts.ts';
import { Scratch } from './scratch.ts';

let workspace: TestWorkspace;

beforeAll(async () => {
  workspace = await testWorkspace();
});

afterAll(() => workspace.dispose());

type Value = string | number | null | { readonly low: number; readonly high: number };

/** What one source says: its rows by company, in which place it came and whom a person trusts more. */
interface Given {
  readonly rows: Readonly<Record<string, { readonly city: Value; readonly size: Value }>>;
  readonly fills: readonly ('city' | 'size')[];
  readonly banded: boolean;
  readonly precedence: number;
  readonly trust: Readonly<Record<string, number>>;
}

const companies = ['a', 'b', 'c', 'd', 'e'];
const city = fc.option(fc.constantFrom('Rome', 'Lima', 'Oslo'));
const band = fc.constantFrom({ low: 1, high: 10 }, { low: 11, high: 50 });
const size = fc.option(fc.oneof(fc.integer({ min: 1, max: 4 }), band));
const source = fc.record({
  rows: fc.dictionary(fc.constantFrom(...companies), fc.record({ city, size }), { noNullPrototype: true }),
  fills: fc.constantFrom(['city', 'size'] as const, ['city'] as const, ['size'] as const),
  banded: fc.boolean(),
  trust: fc.dictionary(fc.constantFrom('city', 'size'), fc.integer({ min: 0, max: 5 }), {
    noNullPrototype: true,
  }),
});

const sources = fc
  .array(source, { minLength: 1, maxLength: 7 })
  .chain((all) =>
    fc
      .shuffledSubarray([...all.keys()], { minLength: all.length })
      .map((order) => all.map((each, at) => ({ ...each, precedence: order[at] ?? at }) as Given)),
  );

describe('parts put together one after the other', () => {
  it('give each row what the first in the order of trust, then of precedence, knows of it', async () => {
    await fc.assert(
      fc.asyncProperty(sources, async (given) => {
        const { rows } = await foldedOf(given);
        expect(rows).toEqual(expectedRows(given));
      }),
      { numRuns: 60 },
    );
  });

  it('disagree where two of them know different values, with what counts and what counts last', async () => {
    await fc.assert(
      fc.asyncProperty(sources, async (given) => {
        const { disagreements } = await foldedOf(given);
        expect(disagreements).toEqual(expectedDisagreements(given));
      }),
      { numRuns: 60 },
    );
  });
});

/** The rows of given sources as they are put together, and of what these disagree. */
async function foldedOf(given: readonly Given[]) {
  const scratch = new Scratch(workspace);
  try {
    const parts = given.map((each, at) => partOf(given, each, at));
    const byPrecedence = parts.toSorted((one, two) => one.precedence - two.precedence);
    const merged = mergeFields(byPrecedence);
    const plan = planFold('account_id', parts, merged);
    let folded = nothingFolded;
    for (const part of parts) folded = await foldNext(scratch, plan, { before: folded, part });
    const rows = folded.rows as SqlQuery;
    const said = await findDisagreements(scratch, { table: 'accounts', plan, parts, merged, rows });
    const names = merged.flatMap(({ field }) => columnsOfField(field).map(({ name }) => name));
    const from = subquery(rows, 'f');
    const found = await workspace.engine.rows(select({ columns: names.map((name) => column(name)), from }));
    return {
      rows: new Map(found.map((row) => [row.account_id, [row.city ?? null, sizeOf(row)]])),
      disagreements: said
        .map(({ field, rows: n, example }) => ({ field, rows: n, ...example }))
        .toSorted(byField),
    };
  } finally {
    await scratch.dispose();
  }
}

function sizeOf(row: Readonly<Record<string, unknown>>): Value {
  if (typeof row.size === 'number') return row.size;
  const [low, high] = [row.size_low, row.size_high];
  return typeof low === 'number' && typeof high === 'number' ? { low, high } : null;
}

function fieldsOf({ fills, banded }: Given): readonly PartField[] {
  const id = canonicalPartField('accounts', 'account_id');
  return [
    id,
    ...fills.map((name): PartField => {
      const kind = name === 'city' ? 'category' : 'number';
      return { ...id, name, label: name, kind, banded: banded && name === 'size', custom: true };
    }),
  ];
}

/** Each source names a company by an id of its own; the first that has it gives the id that stays. */
function idOf(given: readonly Given[], company: string): string {
  return `${company}${given.findIndex(({ rows }) => company in rows)}`;
}

function partOf(given: readonly Given[], each: Given, at: number): EntityPart {
  const fields = fieldsOf(each);
  const columns = fields.flatMap((field) => columnsOfField(field));
  const has = Object.keys(each.rows);
  const fresh = has.filter((company) => idOf(given, company) === `${company}${at}`);
  const same = has.filter((company) => !fresh.includes(company));
  const relation = (list: readonly string[]) => {
    const rows = list.map((company) => columns.map(({ name }) => cell(each, company, { name, at })));
    return values(columns, rows, 'given');
  };
  const pairs: readonly ColumnInfo[] = ['own', 'known'].map((name) => ({ name, type: 'text' }));
  return {
    source: `s${at}`,
    from: relation(has),
    fresh: relation(fresh),
    same:
      same.length === 0
        ? null
        : values(
            pairs,
            same.map((company) => [`${company}${at}`, idOf(given, company)]),
            'pairs',
          ),
    fields,
    precedence: each.precedence,
    trust: new Map(Object.entries(each.trust)),
  };
}

function cell(each: Given, company: string, { name, at }: { readonly name: string; readonly at: number }) {
  if (name === 'account_id') return `${company}${at}`;
  const value = said(each, company, name === 'city' ? 'city' : 'size');
  if (value === null || typeof value !== 'object') return value;
  if (name === 'size') return null;
  return name === 'size_low' ? value.low : value.high;
}

/** What a source says; one without bands knows no band. */
function said({ rows, fills, banded }: Given, company: string, field: 'city' | 'size'): Value {
  if (!fills.includes(field)) return null;
  const value = rows[company]?.[field] ?? null;
  return typeof value === 'object' && !banded ? null : value;
}

interface Voice {
  readonly source: string;
  readonly value: Exclude<Value, null>;
}

/** Who knows a field of a company, the one that counts first in front. */
function voices(given: readonly Given[], company: string, field: 'city' | 'size'): readonly Voice[] {
  const rank = ({ trust }: Given) => trust[field] ?? Number.MAX_SAFE_INTEGER;
  return given
    .map((each, at) => ({ each, source: `s${at}`, value: said(each, company, field) }))
    .toSorted((one, two) => rank(one.each) - rank(two.each) || one.each.precedence - two.each.precedence)
    .flatMap(({ source: name, value }) => (value === null ? [] : [{ source: name, value }]));
}

function named(given: readonly Given[]): readonly string[] {
  return companies.filter((company) => given.some(({ rows }) => company in rows));
}

function expectedRows(given: readonly Given[]) {
  const first = (company: string, field: 'city' | 'size') => voices(given, company, field)[0]?.value ?? null;
  return new Map(
    named(given).map((company) => [idOf(given, company), [first(company, 'city'), first(company, 'size')]]),
  );
}

function expectedDisagreements(given: readonly Given[]) {
  return (['city', 'size'] as const).flatMap((field) => {
    const rows = named(given).flatMap((company) => {
      const heard = voices(given, company, field).map((voice) => ({ ...voice, value: written(voice.value) }));
      const [taken] = heard;
      const other = heard.findLast(({ value }) => value !== taken?.value);
      return other === undefined ? [] : [{ row: idOf(given, company), taken, other }];
    });
    const [example] = rows.toSorted((one, two) => (one.row < two.row ? -1 : 1));
    return example === undefined ? [] : [{ field, rows: rows.length, ...example }];
  });
}

function written(value: Exclude<Value, null>): string {
  if (typeof value === 'string') return value;
  return typeof value === 'number' ? `${value}.0` : `${value.low}.0-${value.high}.0`;
}

function byField(one: { readonly field: string }, two: { readonly field: string }): number {
  return one.field < two.field ? -1 : 1;
}
