import {
  and,
  boolean,
  type ColumnExpr,
  caseWhen,
  column,
  eq,
  gt,
  integer,
  isNull,
  leftJoin,
  type NamedExpr,
  named,
  ne,
  not,
  nullOf,
  or,
  type SqlExpr,
  type SqlQuery,
  type SqlRelation,
  type SqlSelect,
  select,
  subquery,
  union,
  when,
} from '../../base/sql/index.ts';
import { byTrust, type EntityPart, SAME, sameRows } from './join-entities.ts';
import { columnsFromPart, knownAmong, type MergedField } from './join-fields.ts';
import { aliased, inOrder, partColumns } from './join-tables.ts';
import { valueText } from './join-values.ts';
import { columnsNamed, columnsOfField } from './plan-columns.ts';
import type { PartField } from './types.ts';

/** How the parts of a table, given in the order in which they name its things, become one row per thing. */
export interface FoldPlan {
  /** The column that names a row over all parts. */
  readonly key: string;
  readonly fields: readonly FoldedField[];
}

/** One field of a table while its parts are put together. */
export interface FoldedField {
  readonly field: PartField;
  /** By part: its place in the order in which their values count, 0 before all; null where it does not fill the field. */
  readonly ranks: readonly (number | null)[];
  /** Column with the place of the part that a value is from; null where each part counts before, or after, all earlier ones. */
  readonly rank: string | null;
  /** Column that is true where parts give a row different values; null where that is not asked. */
  readonly differs: string | null;
}

type Giver = Pick<EntityPart, 'fields' | 'precedence' | 'trust'>;

/**
 * Plans the putting together of parts. Names and ids are not compared: by them the rows were found to be the same,
 * however they are written.
 */
export function planFold(key: string, parts: readonly Giver[], merged: readonly MergedField[]): FoldPlan {
  const fields = merged.map(({ field, sources }, index): FoldedField => {
    const order = byTrust(parts, field.name);
    const ranks = parts.map((part) => (gives(part, field.name) ? order.indexOf(part) : null));
    const several = ranks.filter((rank) => rank !== null).length > 1 && field.name !== key;
    const compared = sources.length > 1 && !field.name.endsWith('_id') && field.name !== 'name';
    return {
      field,
      ranks,
      rank: several && ranks.some((_, at) => countsBetween(ranks, at)) ? `__rank${index}` : null,
      differs: several && compared ? `__differs${index}` : null,
    };
  });
  return { key, fields };
}

/** The rows so far with those of one more part; `before` is null for the first. */
export function foldPart(
  plan: FoldPlan,
  { before, part, at }: { readonly before: SqlQuery | null; readonly part: EntityPart; readonly at: number },
): SqlQuery {
  if (before === null) return formed(plan, { part, at, from: part.fresh });
  const { same } = part;
  if (same === null) return union([before, formed(plan, { part, at, from: part.fresh })]);
  const rows = leftJoin(
    subquery(before, BEFORE),
    sameRows({ ...part, same }, { alias: PART, key: plan.key }),
    eq(column(plan.key, BEFORE), column(SAME.known, PART)),
  );
  const columns = [
    ...(isMerged(plan) ? [] : [column(plan.key, BEFORE)]),
    ...plan.fields.flatMap((field) => foldedColumns(plan, field, { part, at })),
  ];
  return union([select({ columns, from: rows }), formed(plan, { part, at, from: part.fresh })]);
}

/** One row per thing over a few parts (one at least), given in the order in which they name it. */
export function entitiesQuery(
  parts: readonly EntityPart[],
  merged: readonly MergedField[],
  key: string,
): SqlSelect {
  const plan = planFold(key, parts, merged);
  const rows = parts.reduce<SqlQuery | null>(
    (before, part, at) => foldPart(plan, { before, part, at }),
    null,
  );
  return inOrder(rows as SqlQuery, merged);
}

const BEFORE = 'b';
const PART = 'p';

function gives({ fields }: Giver, name: string): boolean {
  return fields.some((field) => field.name === name);
}

/** True where a part counts before some of the earlier ones and after others. */
function countsBetween(ranks: FoldedField['ranks'], at: number): boolean {
  const rank = ranks[at] ?? null;
  const earlier = ranks.slice(0, at).filter((each) => each !== null);
  return rank !== null && earlier.some((each) => each < rank) && earlier.some((each) => each > rank);
}

function isMerged({ key, fields }: FoldPlan): boolean {
  return fields.some(({ field }) => field.name === key);
}

interface Step {
  readonly part: EntityPart;
  readonly at: number;
}

/** Rows of one part alone, under the columns of the table. */
function formed(plan: FoldPlan, { part, at, from }: Step & { readonly from: SqlRelation }): SqlSelect {
  const rows = aliased(from, [plan.key, ...partColumns(part)], PART);
  const columns = plan.fields.flatMap(({ field, ranks, rank, differs }): readonly NamedExpr[] => {
    const values = valuesOf(field, part);
    const place = caseWhen([when(knownAmong(field, values), integer(ranks[at] ?? 0))]);
    return [
      ...columnsOfField(field).map(({ name }, index) => named(values[index] as SqlExpr, name)),
      ...(rank === null ? [] : [named(ranks[at] === null ? nullOf('integer') : place, rank)]),
      ...(differs === null ? [] : [named(boolean(false), differs)]),
    ];
  });
  return select({ columns: [...(isMerged(plan) ? [] : [column(plan.key, PART)]), ...columns], from: rows });
}

function foldedColumns(plan: FoldPlan, folded: FoldedField, { part, at }: Step): readonly NamedExpr[] {
  const { field, ranks, rank, differs } = folded;
  const names = columnsOfField(field).map(({ name }) => name);
  const marks = [rank, differs].filter((name) => name !== null);
  const own = ranks[at] ?? null;
  if (own === null || field.name === plan.key)
    return [...names, ...marks].map((name) => named(column(name, BEFORE), name));
  const [before, values] = [columnsNamed(names, BEFORE), valuesOf(field, part)];
  const wins = partWins(folded, { at, own, values, before });
  const either = (value: SqlExpr, earlier: SqlExpr) => caseWhen([when(wins, value)], earlier);
  const differ = () => {
    const known = [knownAmong(field, before), knownAmong(field, values)];
    const [one, two] = field.banded
      ? [before, values].map((of) => valueText(field, of))
      : [before[0], values[0]];
    return and([...known, ne(one as SqlExpr, two as SqlExpr)]);
  };
  return [
    ...names.map((name, index) => named(either(values[index] as SqlExpr, before[index] as SqlExpr), name)),
    ...(rank === null ? [] : [named(either(integer(own), column(rank, BEFORE)), rank)]),
    ...(differs === null ? [] : [named(or([column(differs, BEFORE), differ()]), differs)]),
  ];
}

/** True where the value of a part counts before the one that the parts before it give. */
function partWins(
  { field, ranks, rank }: FoldedField,
  {
    at,
    own,
    values,
    before,
  }: {
    readonly at: number;
    readonly own: number;
    readonly values: readonly SqlExpr[];
    readonly before: readonly SqlExpr[];
  },
): SqlExpr {
  const known = knownAmong(field, values);
  if (rank !== null) {
    const later = or([isNull(column(rank, BEFORE)), gt(column(rank, BEFORE), integer(own))]);
    return and([known, later]);
  }
  const countsFirst = ranks.slice(0, at).every((each) => each === null || each > own);
  return countsFirst ? known : and([known, not(knownAmong(field, before))]);
}

function valuesOf(field: PartField, { fields }: Giver): readonly SqlExpr[] {
  return columnsFromPart(field, fields.find(({ name }) => name === field.name) ?? null, PART);
}

/** The columns of rows that are put together, as `foldPart` gives them. */
export function foldColumns(plan: FoldPlan): readonly ColumnExpr[] {
  const names = plan.fields.flatMap(({ field, rank, differs }) => [
    ...columnsOfField(field).map(({ name }) => name),
    ...[rank, differs].filter((name) => name !== null),
  ]);
  return columnsNamed(isMerged(plan) ? names : [plan.key, ...names]);
}
