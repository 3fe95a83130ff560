import {
  asc,
  call,
  cast,
  column,
  eq,
  integer,
  join,
  named,
  nullOf,
  rowNumber,
  type SqlExpr,
  type SqlRelation,
  select,
  subquery,
  text,
} from '../../base/sql/index.ts';
import { aliased, partColumns } from './join-tables.ts';
import { columnsNamed } from './plan-columns.ts';
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

/** The rows of a part that an earlier part has too; should several mean one thing, the first in order of content. */
export function sameRows(
  { from: all, fields, same: pairs }: Pick<EntityPart, 'from' | 'fields'> & { readonly same: SqlRelation },
  { alias, key }: { readonly alias: string; readonly key: string },
): SqlRelation {
  const names = partColumns({ fields }).filter((name) => name !== key);
  const rows = aliased(all, [key, ...names], 'r');
  const same = aliased(pairs, [SAME.own, SAME.known], 'm');
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
