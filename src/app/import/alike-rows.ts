import {
  antiJoin,
  column,
  count,
  eq,
  gt,
  integer,
  join,
  min,
  named,
  nullOf,
  type SqlRelation,
  select,
  subquery,
  text,
} from '../../base/sql/index.ts';
import { ROW } from '../../stages/dataset/index.ts';
import { cellsOfRow } from './count-repeated-rows.ts';
import type { MappedFile } from './mapped-file.ts';
import type { Scratch } from './scratch.ts';
import { keepSetAside, type SetAside, setAsideColumns } from './set-aside-rows.ts';
import { stagedRows } from './staged-rows.ts';

/** Rows alike cell by cell to an earlier one, where a person said to drop them; null when there are none. */
export async function findAlikeRows(
  scratch: Scratch,
  { staged, repeats }: Pick<MappedFile, 'staged' | 'repeats'>,
  misfits: SetAside | null,
): Promise<SetAside | null> {
  if (repeats !== 'drop') return null;
  const said = select({
    columns: [named(column(ROW, 's'), ROW), named(cellsOfRow(staged), 'cells')],
    from: withoutRows(stagedRows(staged, 's'), misfits),
  });
  const rows = subquery(said, 'r');
  const firsts = select({
    columns: [named(column('cells'), 'twice'), named(min(column(ROW)), 'first_row')],
    from: rows,
    groupBy: [column('cells')],
    having: gt(count(), integer(1)),
  });
  const found = await keepSetAside(
    scratch,
    select({
      columns: setAsideColumns({
        place: 0,
        columnName: null,
        value: nullOf('text'),
        reason: text('the same cells as'),
        firstRow: column('first_row'),
        row: column(ROW),
      }),
      from: join(rows, subquery(firsts, 'f'), eq(column('cells'), column('twice'))),
      where: gt(column(ROW), column('first_row')),
    }),
  );
  return found === null ? null : { ...found, asked: found.rows };
}

function withoutRows(rows: SqlRelation, gone: SetAside | null): SqlRelation {
  if (gone === null) return rows;
  const bad = subquery(select({ columns: [named(column(ROW), 'bad_row')], from: gone.from }), 'b');
  return antiJoin(rows, bad, eq(column(ROW, 's'), column('bad_row', 'b')));
}
