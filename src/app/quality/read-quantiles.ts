import {
  asc,
  column,
  count,
  isIn,
  isNotNull,
  named,
  rowNumber,
  type SqlRelation,
  select,
  subquery,
} from '../../base/sql/index.ts';
import type { Workspace } from '../workspace.ts';

/** Values at shares of a column's sorted known values (inverse of the empirical distribution), ascending shares. */
export async function readQuantiles(
  workspace: Workspace,
  {
    from,
    name,
    shares,
  }: { readonly from: SqlRelation; readonly name: string; readonly shares: readonly number[] },
): Promise<{ readonly values: number; readonly at: readonly number[] }> {
  const value = column(name);
  const known = isNotNull(value);
  const [counted] = await workspace.engine.rows(
    select({ columns: [named(count(), 'values')], from, where: known }),
  );
  const values = Number(counted?.values ?? 0);
  if (values === 0) return { values, at: [] };
  const places = shares.map((share) => Math.max(1, Math.ceil(share * values)));
  const placed = select({
    columns: [named(value, 'value'), named(rowNumber({ orderBy: [asc(value)] }), 'place')],
    from,
    where: known,
  });
  const rows = await workspace.engine.rows(
    select({
      columns: [column('value'), column('place')],
      from: subquery(placed, 'p'),
      where: isIn(column('place'), places, 'integer'),
    }),
  );
  const byPlace = new Map(rows.map((row) => [Number(row.place), Number(row.value)]));
  return { values, at: places.map((place) => byPlace.get(place) ?? Number.NaN) };
}
