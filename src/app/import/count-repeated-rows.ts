import {
  call,
  column,
  count,
  gt,
  integer,
  named,
  parquet,
  type SqlExpr,
  select,
  subquery,
  subtract,
  sum,
  text,
} from '../../base/sql/index.ts';
import type { StagedFile } from '../../edges/connectors/index.ts';
import type { Scratch } from './scratch.ts';

/** What all cells of a row say together, short enough to compare. */
export function cellsOfRow({ columns }: Pick<StagedFile, 'columns'>): SqlExpr {
  const cells = columns.flatMap((name) => [text('\u001f'), call('coalesce', column(name), text('\u001e'))]);
  return call('hash', call('concat', ...cells));
}

/** Rows of a file that repeat an earlier row cell by cell. */
export async function countRepeatedRows({ engine }: Scratch, staged: StagedFile): Promise<number> {
  const groups = select({
    columns: [named(subtract(count(), integer(1)), 'more')],
    from: parquet(staged.path),
    groupBy: [cellsOfRow(staged)],
    having: gt(count(), integer(1)),
  });
  const [row] = await engine.rows(
    select({ columns: [named(sum(column('more')), 'rows')], from: subquery(groups, 'g') }),
  );
  return Number(row?.rows ?? 0);
}
