import {
  call,
  caseWhen,
  column,
  eq,
  leftJoin,
  type NamedExpr,
  named,
  type SqlExpr,
  type SqlQuery,
  type SqlRelation,
  type SqlSelect,
  select,
  subquery,
  union,
  when,
} from '../../base/sql/index.ts';
import { columnsFromPart, isKnown, type MergedField } from './join-fields.ts';
import { columnsOfField } from './plan-columns.ts';
import type { PartField } from './types.ts';

/** One source's part of a table, with the accounts that its rows turned out to mean. */
export interface JoinedPart {
  readonly source: string;
  readonly from: SqlRelation;
  readonly fields: readonly PartField[];
  /** `own` (the account id in the part) to `account_id`; null when all stay as they are. */
  readonly match: SqlRelation | null;
  /** Lookups joined onto this part. */
  readonly lookups: readonly JoinedLookup[];
}

/** A lookup beside the rows of a part: one row per key. */
export interface JoinedLookup {
  readonly from: SqlRelation;
  /** Column of the part that holds the key. */
  readonly by: string;
  /** Fields of the lookup, under the names they have in the table, with their columns in the lookup. */
  readonly fields: readonly { readonly field: PartField; readonly original: PartField }[];
}

/** Texts by which keys are equal: case and outer spaces aside. */
export function keyText(of: SqlExpr): SqlExpr {
  return call('lower', call('trim', of));
}

/** All rows of a table: one part after the other, under the fields of all of them. */
export function tableQuery(parts: readonly JoinedPart[], fields: readonly MergedField[]): SqlQuery {
  return union(parts.map((part) => partQuery(part, fields)));
}

function partQuery(part: JoinedPart, merged: readonly MergedField[]): SqlSelect {
  const alias = 'p';
  const own = new Map(part.fields.map((field) => [field.name, field]));
  const looked = lookupFields(part);
  const columns = merged.flatMap(({ field }): readonly NamedExpr[] => {
    if (field.name === 'account_id') return [named(accountOf(part, alias), 'account_id')];
    const found = looked.get(field.name);
    const values = found
      ? columnsFromPart(field, found.original, found.alias)
      : columnsFromPart(field, own.get(field.name) ?? null, alias);
    return columnsOfField(field).map(({ name }, index) => named(values[index] as SqlExpr, name));
  });
  return select({ columns, from: withLookups(part, alias) });
}

function accountOf({ match }: JoinedPart, alias: string): SqlExpr {
  const own = column('account_id', alias);
  return match === null ? own : call('coalesce', column('account_id', 'm'), own);
}

function withLookups(part: JoinedPart, alias: string): SqlRelation {
  const rows = aliased(part.from, [...partColumns(part)], alias);
  const matched =
    part.match === null
      ? rows
      : leftJoin(
          rows,
          aliased(part.match, ['own', 'account_id'], 'm'),
          eq(column('account_id', alias), column('own', 'm')),
        );
  return part.lookups.reduce<SqlRelation>((from, lookup, index) => {
    const names = lookup.fields.flatMap(({ original }) => columnsOfField(original).map(({ name }) => name));
    const right = aliased(lookup.from, ['lookup_key', ...names], `l${index}`);
    return leftJoin(from, right, eq(keyText(column(lookup.by, alias)), column('lookup_key', `l${index}`)));
  }, matched);
}

function partColumns({ fields }: JoinedPart): readonly string[] {
  return fields.flatMap((field) => columnsOfField(field).map(({ name }) => name));
}

function lookupFields({ lookups }: JoinedPart) {
  return new Map(
    lookups.flatMap(({ fields }, index) =>
      fields.map(({ field, original }) => [field.name, { original, alias: `l${index}` }] as const),
    ),
  );
}

function aliased(from: SqlRelation, names: readonly string[], alias: string): SqlRelation {
  return subquery(select({ columns: [...new Set(names)].map((name) => column(name)), from }), alias);
}

/** One source's accounts as they enter the accounts table. */
export interface AccountsPart extends Omit<JoinedPart, 'match'> {
  /** Rows that are accounts of their own: everything that no earlier part has. */
  readonly fresh: SqlRelation;
  /** `account_id` to the row (`own`) of this part that says more of it, one per account; null when none does. */
  readonly same: SqlRelation | null;
  /** Smaller wins where two sources know a field. */
  readonly precedence: number;
}

/**
 * The accounts: each source's own ones, and for each field the value of the source that takes precedence among
 * those that know it.
 */
export function accountsQuery(parts: readonly AccountsPart[], merged: readonly MergedField[]): SqlQuery {
  return union(parts.map((base, at) => freshAccounts(base, parts.slice(at + 1), merged)));
}

function freshAccounts(
  base: AccountsPart,
  later: readonly AccountsPart[],
  merged: readonly MergedField[],
): SqlSelect {
  const more = later.filter(({ same }) => same !== null);
  const contributors = [
    { part: base, alias: 'p0' },
    ...more.map((part, index) => ({ part, alias: `p${index + 1}` })),
  ];
  const from = more.reduce<SqlRelation>(
    (left, part, index) =>
      leftJoin(
        left,
        sameAccount(part, `p${index + 1}`),
        eq(column('account_id', 'p0'), column('same_id', `p${index + 1}`)),
      ),
    aliased(base.fresh, partColumns({ ...base, match: null }), 'p0'),
  );
  const ranked = contributors.toSorted((one, two) => one.part.precedence - two.part.precedence);
  const columns = merged.flatMap(({ field }) =>
    field.name === 'account_id'
      ? [named(column('account_id', 'p0'), 'account_id')]
      : firstKnown(field, ranked),
  );
  return select({ columns, from });
}

function sameAccount(part: AccountsPart, alias: string): SqlRelation {
  const names = partColumns({ ...part, match: null }).filter((name) => name !== 'account_id');
  const rows = aliased(part.from, ['account_id', ...names], 'r');
  const same = aliased(part.same as SqlRelation, ['own', 'account_id'], 'm');
  const joined = {
    kind: 'join',
    type: 'inner',
    left: same,
    right: rows,
    on: eq(column('own', 'm'), column('account_id', 'r')),
  } as const;
  const columns = [
    named(column('account_id', 'm'), 'same_id'),
    ...names.map((name) => named(column(name, 'r'), name)),
  ];
  return subquery(select({ columns, from: joined }), alias);
}

function firstKnown(
  field: PartField,
  ranked: readonly { readonly part: AccountsPart; readonly alias: string }[],
): readonly NamedExpr[] {
  const givers = ranked.flatMap(({ part, alias }) => {
    const own = part.fields.find(({ name }) => name === field.name);
    return own === undefined
      ? []
      : [{ known: isKnown(own, alias), values: columnsFromPart(field, own, alias) }];
  });
  return columnsOfField(field).map(({ name, type }, index) => {
    const [only, ...others] = givers.map(({ known, values }) => ({ known, value: values[index] as SqlExpr }));
    if (only === undefined) return named({ kind: 'literal', value: null, type }, name);
    if (others.length === 0) return named(only.value, name);
    return named(caseWhen([only, ...others].map(({ known, value }) => when(known, value))), name);
  });
}
