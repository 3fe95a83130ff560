import {
  asc,
  call,
  caseWhen,
  cast,
  column,
  eq,
  integer,
  join,
  leftJoin,
  type NamedExpr,
  named,
  nullOf,
  rowNumber,
  type SqlExpr,
  type SqlRelation,
  type SqlSelect,
  select,
  subquery,
  text,
  union,
  when,
} from '../../base/sql/index.ts';
import { columnsFromPart, isKnown, type MergedField } from './join-fields.ts';
import { aliased, inOrder, partColumns } from './join-tables.ts';
import { columnsNamed, columnsOfField } from './plan-columns.ts';
import { keyColumn } from './plan-fields.ts';
import type { PartField, TableName } from './types.ts';

/** Where `key` names the rows of a relation, `own` of one part and `known` of the part before it are the same thing. */
export const SAME = { own: 'own', known: 'known' } as const;

/** One source's rows of a table whose rows several sources may describe: a company, a deal, a person. */
export interface EntityPart {
  readonly source: string;
  readonly from: SqlRelation;
  readonly fields: readonly PartField[];
  /** Rows that no earlier part has. */
  readonly fresh: SqlRelation;
  /** Pairs of `own` (the key of a row here) and `known` (the key it has in an earlier part), each once. */
  readonly same: SqlRelation | null;
  /** Smaller wins where two sources know a field. */
  readonly precedence: number;
  /** Rank by field, where a person said whom to trust: before all that have none. */
  readonly trust: ReadonlyMap<string, number>;
}

/** The parts in the order in which they count for one field. */
export function byTrust<Part extends Pick<EntityPart, 'precedence' | 'trust'>>(
  parts: readonly Part[],
  field: string,
): readonly Part[] {
  const rank = ({ trust }: Part) => trust.get(field) ?? Number.MAX_SAFE_INTEGER;
  return parts.toSorted((one, two) => rank(one) - rank(two) || one.precedence - two.precedence);
}

/**
 * One row per thing over all its sources, given in the order in which they name it: each source's own rows, and for
 * each field the value of the source that takes precedence among those that know it.
 */
export function entitiesQuery(
  parts: readonly EntityPart[],
  merged: readonly MergedField[],
  key: string,
): SqlSelect {
  return inOrder(
    union(parts.map((base, at) => freshRows(base, parts.slice(at + 1), { merged, key }))),
    merged,
  );
}

/** What two sources must agree on to mean the same row; a customer relation is an account with a start. */
export function entityKey(table: TableName, fields: readonly PartField[]): SqlExpr | null {
  if (table === 'customers') {
    const hasStart = fields.some(({ name }) => name === 'started_on');
    return relationKey(column('account_id'), hasStart ? column('started_on') : nullOf('date'));
  }
  const name = keyColumn(table);
  return name === null ? null : column(name);
}

/** Key of a customer relation. */
export function relationKey(account: SqlExpr, start: SqlExpr): SqlExpr {
  return call('concat', account, text(' '), call('coalesce', cast(start, 'text'), text('')));
}

interface MergePlan {
  readonly merged: readonly MergedField[];
  readonly key: string;
}

function freshRows(base: EntityPart, later: readonly EntityPart[], { merged, key }: MergePlan): SqlSelect {
  const more = later
    .filter(({ same }) => same !== null)
    .map((part, index) => ({ part, alias: `p${index + 1}` }));
  const own = { part: base, alias: 'p0' };
  const from = more.reduce<SqlRelation>(
    (left, { part, alias }) =>
      leftJoin(left, sameRows(part, alias, key), eq(column(key, own.alias), column(SAME.known, alias))),
    aliased(base.fresh, [key, ...partColumns(base)], own.alias),
  );
  const all = [own, ...more].map(({ part, alias }) => ({ ...part, alias }));
  const columns = merged.flatMap(({ field }) =>
    field.name === key ? [named(column(key, own.alias), key)] : firstKnown(field, byTrust(all, field.name)),
  );
  return select({ columns, from });
}

/** The rows of a part that an earlier part has too; should several mean one thing, the first in order of content. */
function sameRows(part: EntityPart, alias: string, key: string): SqlRelation {
  const names = partColumns(part).filter((name) => name !== key);
  const rows = aliased(part.from, [key, ...names], 'r');
  const same = aliased(part.same as SqlRelation, [SAME.own, SAME.known], 'm');
  const orderBy = names.map((name) => asc(column(name, 'r')));
  const columns = [
    named(column(SAME.known, 'm'), SAME.known),
    ...names.map((name) => named(column(name, 'r'), name)),
    named(rowNumber({ partitionBy: [column(SAME.known, 'm')], orderBy }), '__place'),
  ];
  const from = join(same, rows, eq(column(SAME.own, 'm'), column(key, 'r')));
  const placed = subquery(select({ columns, from }), 'placed');
  const first = eq(column('__place'), integer(1));
  return subquery(
    select({ columns: columnsNamed([SAME.known, ...names]), from: placed, where: first }),
    alias,
  );
}

function firstKnown(
  field: PartField,
  ranked: readonly (EntityPart & { readonly alias: string })[],
): readonly NamedExpr[] {
  const givers = ranked.flatMap(({ fields, alias }) => {
    const own = fields.find(({ name }) => name === field.name);
    if (own === undefined) return [];
    return [{ known: isKnown(own, alias), values: columnsFromPart(field, own, alias) }];
  });
  return columnsOfField(field).map(({ name, type }, index) => {
    const branches = givers.map(({ known, values }) => when(known, values[index] as SqlExpr));
    return named(branches.length === 0 ? nullOf(type) : caseWhen(branches), name);
  });
}
