import { asc, column, isNotNull, type SqlRelation, select } from '../base/sql/index.ts';
import type { Workspace } from './workspace.ts';

/** The distinct known texts of one column, the first `limit` in order; none when the table was never imported. */
export async function distinctTexts(
  workspace: Workspace,
  from: SqlRelation | null,
  { column: name, limit = null }: { readonly column: string; readonly limit?: number | null },
): Promise<readonly string[]> {
  if (from === null) return [];
  const value = column(name);
  const query = select({
    columns: [value],
    distinct: true,
    from,
    where: isNotNull(value),
    orderBy: [asc(value)],
    limit,
  });
  return (await workspace.engine.rows(query)).map((row) => String(row[name]));
}
