import {
  aggregate,
  column,
  count,
  countDistinct,
  gt,
  integer,
  min,
  named,
  type SqlSelect,
  select,
  subquery,
} from '../../base/sql/index.ts';
import {
  type Disagreement,
  type EntityPart,
  knownValues,
  type MergedField,
  type TableName,
} from '../../stages/dataset/index.ts';
import type { Scratch } from './scratch.ts';

/** A table whose rows several sources describe. */
export interface SharedRows {
  readonly table: TableName;
  /** The column that names a row over all parts. */
  readonly key: string;
  readonly parts: readonly EntityPart[];
  readonly merged: readonly MergedField[];
}

/**
 * The fields of which sources give one row different values, each with how many rows and one of them. Names and ids
 * are left out: by them the rows were found to be the same, however they are written.
 */
export async function findDisagreements(
  scratch: Scratch,
  { table, key, parts, merged }: SharedRows,
): Promise<readonly Disagreement[]> {
  const found: Disagreement[] = [];
  if (parts.every(({ same }) => same === null)) return found;
  for (const { field, sources } of merged) {
    if (sources.length < 2 || field.name.endsWith('_id') || field.name === 'name') continue;
    const values = knownValues(parts, { field, key });
    if (values === null) continue;
    const [row] = await scratch.engine.rows(disagreeing(values));
    if (Number(row?.rows ?? 0) === 0) continue;
    const said = (which: string) => ({
      source: String(row?.[`${which}_source`]),
      value: String(row?.[which]),
    });
    found.push({
      table,
      field: field.name,
      rows: Number(row?.rows),
      sources,
      example: { row: String(row?.key), taken: said('taken'), other: said('other') },
    });
  }
  return found;
}

function disagreeing(values: SqlSelect): SqlSelect {
  const rank = column('rank');
  const pick = (fn: 'argMin' | 'argMax', name: string) => aggregate(fn, [column(name), rank]);
  const perRow = select({
    columns: [
      column('key'),
      named(pick('argMin', 'value'), 'taken'),
      named(pick('argMin', 'source'), 'taken_source'),
      named(pick('argMax', 'value'), 'other'),
      named(pick('argMax', 'source'), 'other_source'),
    ],
    from: subquery(values, 'v'),
    groupBy: [column('key')],
    having: gt(countDistinct(column('value')), integer(1)),
  });
  const first = (name: string) => named(aggregate('argMin', [column(name), column('key')]), name);
  return select({
    columns: [
      named(count(), 'rows'),
      named(min(column('key')), 'key'),
      ...['taken', 'taken_source', 'other', 'other_source'].map(first),
    ],
    from: subquery(perRow, 'r'),
  });
}
