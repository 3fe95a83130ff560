import { column, named, parquet, type SqlQuery, select, table } from '../../base/sql/index.ts';
import { desiredColumn, listedRecords } from '../../stages/sync/index.ts';
import type { Workspace } from '../workspace.ts';
import { sourceName } from './synced-tables.ts';

/** A list of accounts on its way to the CRM. */
export interface ListToLoad {
  readonly connection: string;
  /** `account_id`, `name`, `domain`, `rank` and texts `d1..dn`. */
  readonly query: SqlQuery;
  readonly fields: number;
}

/** Keeps the list as a table of the engine, each account under its id in the CRM. */
export async function loadList(
  workspace: Workspace,
  name: string,
  { connection, query, fields }: ListToLoad,
): Promise<void> {
  const { engine, store } = workspace;
  const head = await store.head();
  const source = head?.sources.find((each) => each.name === sourceName(connection, 'companies'));
  const part = source?.parts.accounts;
  const hasDomain = source?.fields.some((field) => field.table === 'accounts' && field.name === 'domain');
  if (part === undefined || hasDomain !== true) return engine.materialize(name, query);
  const all = `${name}_all`;
  const companies = parquet(store.filePath(part));
  const columns = ['name', 'rank', ...Array.from({ length: fields }, (_, at) => desiredColumn(at))];
  await engine.materialize(all, query);
  try {
    await engine.materialize(
      name,
      listedRecords({
        list: (alias) => table(all, alias),
        companies: (alias) => ({ kind: 'query', query: companiesOf(companies), alias }),
        columns,
      }),
    );
  } finally {
    await engine.drop(all);
  }
}

function companiesOf(from: ReturnType<typeof parquet>): SqlQuery {
  return select({
    columns: ['account_id', 'domain'].map((name) => named(column(name), name)),
    from,
  });
}
