import {
  and,
  asc,
  call,
  column,
  count,
  countWhere,
  eq,
  named,
  not,
  parquet,
  type Row,
  type SqlRelation,
  select,
  text,
} from '../../base/sql/index.ts';
import type { CurrentData } from '../current-data.ts';
import type { Workspace } from '../workspace.ts';
import type { SetAsideRow, SetAsideRows } from './types.ts';

const shown = 5;

/** How import says that a row has the key of an earlier one. */
const isRepeat = call('matches', column('reason'), text('^the same '));

/** The rows set aside, by file, with the first reasons. */
export async function readSetAside(
  { engine, store }: Workspace,
  { commit }: Pick<CurrentData, 'commit'>,
): Promise<readonly SetAsideRows[]> {
  if (commit.quarantine === null) return [];
  const from = parquet(store.filePath(commit.quarantine));
  const sources = await engine.rows(
    select({
      columns: [column('source'), named(count(), 'rows'), named(countWhere(isRepeat), 'repeats')],
      from,
      groupBy: [column('source')],
      orderBy: [asc(column('source'))],
    }),
  );
  return Promise.all(
    sources.map(async ({ source, rows, repeats }) => ({
      source: String(source),
      rows: Number(rows),
      repeats: Number(repeats),
      first: (await engine.rows(firstOf(from, String(source)))).map(toRow),
    })),
  );
}

function firstOf(from: SqlRelation, source: string) {
  return select({
    columns: ['line', 'column_name', 'value', 'reason'].map((name) => column(name)),
    from,
    where: and([eq(column('source'), text(source)), not(isRepeat)]),
    orderBy: [asc(column('line'))],
    limit: shown,
  });
}

function toRow(row: Row): SetAsideRow {
  return {
    line: Number(row.line),
    column: row.column_name as string | null,
    value: row.value as string | null,
    reason: String(row.reason),
  };
}
