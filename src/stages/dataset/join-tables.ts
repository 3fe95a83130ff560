import {
  asc,
  call,
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
} from '../../base/sql/index.ts';
import { columnsFromPart, type MergedField } from './join-fields.ts';
import { columnsOfField } from './plan-columns.ts';
import { keyColumn } from './plan-fields.ts';
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

/** All rows of a table under the fields of all its parts, sorted: joins give rows in any order. */
export function tableQuery(parts: readonly JoinedPart[], fields: readonly MergedField[]): SqlSelect {
  return inOrder(union(parts.map((part) => partQuery(part, fields))), fields);
}

/** Rows by the key where the table has one, else by all columns: the same data is written the same way. */
export function inOrder(rows: SqlQuery, fields: readonly MergedField[]): SqlSelect {
  const names = fields.flatMap(({ field }) => columnsOfField(field).map(({ name }) => name));
  const key = keyColumn(fields[0]?.field.table ?? 'accounts');
  const order = key !== null && names.includes(key) ? [key] : names;
  const columns = names.map((name) => column(name));
  return select({ columns, from: subquery(rows, 'rows'), orderBy: order.map((name) => asc(column(name))) });
}

/** One part's rows under the fields of the table, with its accounts and lookups. */
export function partQuery(part: JoinedPart, merged: readonly MergedField[]): SqlSelect {
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

/** All columns behind the fields of a part. */
export function partColumns({ fields }: { readonly fields: readonly PartField[] }): readonly string[] {
  return fields.flatMap((field) => columnsOfField(field).map(({ name }) => name));
}

function lookupFields({ lookups }: JoinedPart) {
  return new Map(
    lookups.flatMap(({ fields }, index) =>
      fields.map(({ field, original }) => [field.name, { original, alias: `l${index}` }] as const),
    ),
  );
}

/** A relation cut down to some columns, under a name. */
export function aliased(from: SqlRelation, names: readonly string[], alias: string): SqlRelation {
  return subquery(select({ columns: [...new Set(names)].map((name) => column(name)), from }), alias);
}
