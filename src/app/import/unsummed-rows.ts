import { column, nullOf, select, subquery, text, union } from '../../base/sql/index.ts';
import { type FilePlan, keyedRows, ROW, unsummable } from '../../stages/dataset/index.ts';
import type { Scratch } from './scratch.ts';
import { keepSetAside, type SetAside, setAsideColumns } from './set-aside-rows.ts';

/** Purchases that no account can be given, or that have no amount; null when all can be summed. */
export async function findUnsummed(scratch: Scratch, plan: FilePlan): Promise<SetAside | null> {
  const rows = subquery(keyedRows(plan), 'k');
  const queries = unsummable(plan).map(({ rows: where, columns, reason }, place) =>
    select({
      columns: setAsideColumns({
        place,
        columnName: columns.join(', '),
        value: nullOf('text'),
        reason: text(reason),
        firstRow: nullOf('integer'),
        row: column(ROW),
      }),
      from: rows,
      where,
    }),
  );
  return keepSetAside(scratch, union(queries));
}
