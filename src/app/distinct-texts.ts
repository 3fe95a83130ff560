import { asc, column, isNotNull, type SqlRelation, select } from '../base/sql/index.ts';
import type { Workspace } from './workspace.ts';

/** The distinct known texts of one column; none when the table was never imported. */
export async function distinctTexts(
  workspace: Workspace,
  from: SqlRelation | null,
  name: string,
): Promise<readonly string[]> {
  if (from === null) return [];
  const value = column(name);
  const query = select({
    columns: [value],
    distinct: true,
    from,
    where: isNotNull(value),
    orderBy: [asc(value)],
  });
  return (await workspace.engine.rows(query)).map((row) => String(row[name]));
}
