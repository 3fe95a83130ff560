import { BestfitError } from '../../../base/errors/index.ts';
import {
  type Cell,
  type ColumnInfo,
  type Dialect,
  type Engine,
  type EngineCapabilities,
  quoteIdentifier,
  type Row,
  type SqlQuery,
  type SqlStatement,
  tableNames,
} from '../../../base/sql/index.ts';
import { createPostgresDialect, type PostgresTable } from './dialect.ts';
import { loadRows } from './load-rows.ts';
import { OwnTables } from './own-tables.ts';
import { queryFailed } from './query-failed.ts';
import { readColumns, readRows } from './read-cells.ts';
import { readCaseCollation, readTableColumns } from './table-columns.ts';
import type { PostgresClient, PostgresQuery } from './types.ts';

const BATCH = 5000;

/**
 * An engine over PostgreSQL 15 or later: the datasets are tables that stay there. It reads and writes no files.
 *
 * @example
 * const engine = await createPostgresEngine(await connectPostgres('postgres://localhost/warehouse'));
 */
export async function createPostgresEngine(client: PostgresClient): Promise<Engine> {
  const query = guarded(client.query);
  return new PostgresEngine(client, query, await readCaseCollation(query));
}

class PostgresEngine implements Engine {
  readonly dialect: Dialect;
  readonly capabilities: EngineCapabilities = { readsParquet: false, readsCsv: false, writesFiles: false };
  readonly #client: PostgresClient;
  readonly #query: PostgresQuery;
  readonly #own: OwnTables;
  readonly #columns = new Map<string, PostgresTable['columns']>();

  constructor(client: PostgresClient, query: PostgresQuery, caseCollation: string) {
    this.#client = client;
    this.#query = query;
    this.#own = new OwnTables(query);
    this.dialect = createPostgresDialect({ caseCollation, locate: (name) => this.#locate(name) });
  }

  async rows(query: SqlQuery): Promise<readonly Row[]> {
    const { sql, params } = await this.#write(query);
    return readRows(await this.#query(sql, params));
  }

  /**
   * Through a cursor WITH HOLD: the server keeps the finished result (on its disk when large), so no transaction
   * stays open while a slow reader reads, and other work on the session cannot end it.
   */
  async *stream(query: SqlQuery): AsyncGenerator<readonly Row[]> {
    const { sql, params } = await this.#write(query);
    const session = await this.#client.reserve();
    const ask = guarded(session.query);
    const cursor = quoteIdentifier(`bestfit_${nextCursor()}`);
    try {
      await ask(`DECLARE ${cursor} NO SCROLL CURSOR WITH HOLD FOR ${sql}`, params);
      for (;;) {
        const batch = readRows(await ask(`FETCH ${BATCH} FROM ${cursor}`, []));
        if (batch.length > 0) yield batch;
        if (batch.length < BATCH) break;
      }
    } finally {
      await ask(`CLOSE ${cursor}`, []).catch(() => null);
      await session.release();
    }
  }

  async describe(query: SqlQuery): Promise<readonly ColumnInfo[]> {
    const { sql, params } = await this.#write(query);
    return readColumns(await this.#query(`SELECT * FROM (${sql}) AS described LIMIT 0`, params));
  }

  async materialize(name: string, query: SqlQuery): Promise<void> {
    const { sql, params } = await this.#write(query);
    await this.#own.replace(name, (table) => this.#query(`CREATE TABLE ${table} AS ${sql}`, params));
  }

  load(name: string, columns: readonly ColumnInfo[], rows: Iterable<readonly Cell[]>): Promise<void> {
    return this.#own.replace(name, (table) => loadRows(this.#query, { table, columns, rows }));
  }

  drop(name: string): Promise<void> {
    return this.#own.drop(name);
  }

  copy(): Promise<number> {
    return Promise.reject(notSupported('writing files'));
  }

  sniffCsv(): Promise<never> {
    return Promise.reject(notSupported('reading delimited text files'));
  }

  openCsv(): Promise<never> {
    return Promise.reject(notSupported('reading delimited text files'));
  }

  stageParquet(): Promise<never> {
    return Promise.reject(notSupported('reading Parquet files'));
  }

  stageRows(): Promise<never> {
    return Promise.reject(notSupported('writing files'));
  }

  async close(): Promise<void> {
    try {
      await this.#own.dropAll();
    } finally {
      await this.#client.close();
    }
  }

  #locate(name: string): PostgresTable {
    const own = this.#own.find(name);
    if (own !== null) return { written: own, columns: null };
    return { written: quoteIdentifier(name), columns: this.#columns.get(name) ?? null };
  }

  async #write(query: SqlQuery): Promise<SqlStatement> {
    for (const name of tableNames(query)) {
      if (this.#own.find(name) !== null || this.#columns.has(name)) continue;
      const columns = await readTableColumns(this.#query, name);
      if (columns !== null) this.#columns.set(name, columns);
    }
    return this.dialect.write(query);
  }
}

let cursors = 0;

function nextCursor(): number {
  cursors += 1;
  return cursors;
}

function guarded(query: PostgresQuery): PostgresQuery {
  return async (sql, params) => {
    try {
      return await query(sql, params);
    } catch (error) {
      throw queryFailed(error, sql);
    }
  };
}

function notSupported(feature: string): BestfitError {
  return new BestfitError('system.not-supported', { engine: 'PostgreSQL', feature });
}
