import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import type {
  Cell,
  ColumnInfo,
  CsvOptions,
  Engine,
  EngineCapabilities,
  OpenedCsv,
  Row,
  SniffedCsv,
  SourceRow,
  SqlQuery,
  StagedParquet,
} from '../../../base/sql/index.ts';
import { toSqlType } from './cell-types.ts';
import { openResult, runRows, streamRows, withConnection } from './connections.ts';
import { copyOptions, finiteNumbers } from './copy-format.ts';
import { duckDbDialect } from './dialect.ts';
import { loadRows } from './load-rows.ts';
import { openCsv } from './open-csv.ts';
import { quoteText } from './quote-text.ts';
import { sniffCsv } from './sniff-csv.ts';
import { stageParquet } from './stage-parquet.ts';
import { stageRows } from './stage-rows.ts';
import { withProgress } from './with-progress.ts';

/** What the machine gives DuckDB. */
export interface DuckDbOptions {
  /** Memory in MiB before it spills to disk; 1,024 when not said, with which a process stays well under 2 GiB. */
  readonly memoryLimitMiB?: number;
  /** Threads; all cores when not said. */
  readonly threads?: number;
  /** Where it spills; a folder of its own in the system's temporary folder when not said. */
  readonly tempDirectory?: string;
}

/** Whole-number keys of up to so many bits are grouped by their value in place of a hash. */
const directKeyBits = 16;

/**
 * An engine over DuckDB: a database in memory that reads and writes Parquet and delimited text files. It opens no
 * database file, so any number of processes may work on the same Parquet files.
 *
 * @example
 * const engine = await createDuckDbEngine();
 * await engine.rows(select({ columns: [named(count(), 'n')], from: parquet('accounts.parquet') }));
 */
export async function createDuckDbEngine(options: DuckDbOptions = {}): Promise<Engine> {
  const spill = options.tempDirectory ?? join(tmpdir(), `bestfit-${randomUUID()}`);
  const instance = await DuckDBInstance.create(':memory:', {
    memory_limit: `${options.memoryLimitMiB ?? 1024}MiB`,
    temp_directory: spill,
    perfect_ht_threshold: String(directKeyBits),
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    ...(options.threads === undefined ? {} : { threads: String(options.threads) }),
  });
  return new DuckDbEngine(instance, options.tempDirectory === undefined ? spill : null);
}

class DuckDbEngine implements Engine {
  readonly dialect = duckDbDialect;
  readonly capabilities: EngineCapabilities = { readsParquet: true, readsCsv: true, writesFiles: true };
  readonly #instance: DuckDBInstance;
  readonly #ownFolder: string | null;

  constructor(instance: DuckDBInstance, ownFolder: string | null) {
    this.#instance = instance;
    this.#ownFolder = ownFolder;
  }

  rows(query: SqlQuery): Promise<readonly Row[]> {
    return withConnection(this.#instance, (connection) => runRows(connection, this.dialect.write(query)));
  }

  async *stream(query: SqlQuery): AsyncGenerator<readonly Row[]> {
    const connection = await this.#instance.connect();
    try {
      yield* streamRows(connection, this.dialect.write(query));
    } finally {
      connection.closeSync();
    }
  }

  describe(query: SqlQuery): Promise<readonly ColumnInfo[]> {
    const { sql, params } = this.dialect.write(query);
    return withConnection(this.#instance, async (connection) => {
      const result = await openResult(connection, { sql: `SELECT * FROM (${sql}) LIMIT 0`, params });
      const types = result.columnTypes();
      return result.columnNames().map((name, index) => ({ name, type: toSqlType(types[index]!) }));
    });
  }

  async materialize(name: string, query: SqlQuery): Promise<void> {
    const { sql, params } = this.dialect.write(query);
    const create = `CREATE OR REPLACE TABLE ${this.dialect.identifier(name)} AS ${sql}`;
    await this.#run({ sql: create, params });
  }

  load(name: string, columns: readonly ColumnInfo[], rows: Iterable<readonly Cell[]>): Promise<void> {
    return withConnection(this.#instance, (connection) => loadRows(connection, { name, columns, rows }));
  }

  async drop(name: string): Promise<void> {
    await this.#run({ sql: `DROP TABLE IF EXISTS ${this.dialect.identifier(name)}`, params: [] });
  }

  async copy(query: SqlQuery, to: Parameters<Engine['copy']>[1]): Promise<number> {
    const { sql, params } = this.dialect.write(query);
    const written = to.format === 'json' ? finiteNumbers(sql, await this.describe(query)) : sql;
    const order = to.anyOrder === true ? ', PRESERVE_ORDER false' : '';
    const options = `${copyOptions[to.format]}${order}`;
    const copying = `COPY (${written}) TO ${quoteText(resolve(to.path))} (${options})`;
    const [row] = await withConnection(this.#instance, (connection) =>
      withProgress(connection, to.onDone, () => runRows(connection, { sql: copying, params })),
    );
    return Number(row?.Count ?? 0);
  }

  sniffCsv(path: string, hints: { readonly delimiter: string | null }): Promise<SniffedCsv> {
    return withConnection(this.#instance, (connection) =>
      sniffCsv(connection, resolve(path), hints.delimiter),
    );
  }

  openCsv(path: string, options: CsvOptions): Promise<OpenedCsv> {
    return openCsv(this.#instance, resolve(path), options);
  }

  stageParquet(path: string, to: string): Promise<StagedParquet> {
    return stageParquet(this.#instance, resolve(path), resolve(to));
  }

  stageRows(batches: AsyncIterable<readonly SourceRow[]>, to: string): ReturnType<Engine['stageRows']> {
    return stageRows(this.#instance, batches, resolve(to));
  }

  async close(): Promise<void> {
    this.#instance.closeSync();
    if (this.#ownFolder !== null) await rm(this.#ownFolder, { recursive: true, force: true });
  }

  #run(statement: ReturnType<typeof duckDbDialect.write>): Promise<readonly Row[]> {
    return withConnection(this.#instance, (connection) => runRows(connection, statement));
  }
}
