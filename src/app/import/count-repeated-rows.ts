import {
  call,
  column,
  count,
  gt,
  integer,
  named,
  parquet,
  select,
  subquery,
  subtract,
  sum,
  text,
} from '../../base/sql/index.ts';
import type { StagedFile } from '../../edges/connectors/index.ts';
import type { Scratch } from './scratch.ts';

/** Rows of a file that repeat an earlier row cell by cell. */
export async function countRepeatedRows({ engine }: Scratch, staged: StagedFile): Promise<number> {
  const cells = staged.columns.flatMap((name) => [
    text('\u001f'),
    call('coalesce', column(name), text('\u001e')),
  ]);
  const groups = select({
    columns: [named(subtract(count(), integer(1)), 'more')],
    from: parquet(staged.path),
    groupBy: [call('hash', call('concat', ...cells))],
    having: gt(count(), integer(1)),
  });
  const [row] = await engine.rows(
    select({ columns: [named(sum(column('more')), 'rows')], from: subquery(groups, 'g') }),
  );
  return Number(row?.rows ?? 0);
}
