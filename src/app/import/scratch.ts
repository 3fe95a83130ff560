import { rm } from 'node:fs/promises';
import {
  type Cell,
  type ColumnInfo,
  column,
  type Engine,
  type SqlQuery,
  type SqlRelation,
  select,
  subquery,
  table,
  union,
  values,
} from '../../base/sql/index.ts';
import type { Store } from '../../edges/store/index.ts';
import type { TableRef } from '../../stages/dataset/index.ts';
import type { Workspace } from '../workspace.ts';

const BATCH = 50_000;
let imports = 0;

/** Working tables and files of one import: named apart from every other import's, gone when it ends. */
export class Scratch {
  readonly engine: Engine;
  readonly store: Store;
  readonly findTables: Workspace['findTables'];
  readonly #prefix: string;
  readonly #names = new Set<string>();
  readonly #files: string[] = [];
  #next = 0;

  constructor({ engine, store, findTables }: Workspace) {
    this.engine = engine;
    this.store = store;
    this.findTables = findTables;
    imports += 1;
    this.#prefix = `import_${imports}`;
  }

  /** Keeps a result as a table of the engine. */
  async keep(query: SqlQuery): Promise<SqlRelation> {
    const name = this.#name();
    await this.engine.materialize(name, query);
    return table(name);
  }

  /** Lets go of a table that `keep` made: what follows no longer needs it. */
  async drop(from: SqlRelation): Promise<void> {
    if (from.kind !== 'table' || !this.#names.delete(from.name)) return;
    await this.engine.drop(from.name);
  }

  /** Keeps rows that come in batches, none or however many: the engine spills what does not fit into memory. */
  async spool(
    columns: readonly ColumnInfo[],
    batches: AsyncIterable<readonly (readonly Cell[])[]>,
  ): Promise<{ readonly from: SqlRelation; readonly rows: number }> {
    const tables: string[] = [];
    let waiting: (readonly Cell[])[] = [];
    let rows = 0;
    for await (const batch of batches) {
      waiting.push(...batch);
      rows += batch.length;
      if (waiting.length < BATCH) continue;
      tables.push(await this.#load(columns, waiting));
      waiting = [];
    }
    if (rows === 0) return { from: values(columns, [], 'spooled'), rows };
    if (waiting.length > 0) tables.push(await this.#load(columns, waiting));
    const names = columns.map((info) => column(info.name));
    const all = union(tables.map((name) => select({ columns: names, from: table(name) })));
    return { from: subquery(all, 'spooled'), rows };
  }

  /** Writes a result as one immutable file of the store. */
  async write(query: SqlQuery, onDone?: (done: number) => void): Promise<TableRef> {
    const draft = this.store.draftFile('parquet');
    const rows = await this.engine.copy(query, {
      format: 'parquet',
      path: draft,
      ...(onDone ? { onDone } : {}),
    });
    return this.store.adopt(draft, rows);
  }

  /** A path for a file that is only needed while the import runs. */
  readonly temporaryFile = (): string => {
    const path = this.store.draftFile('part');
    this.#files.push(path);
    return path;
  };

  async dispose(): Promise<void> {
    for (const path of this.#files) await rm(path, { force: true });
    for (const name of this.#names) await this.engine.drop(name);
    this.#names.clear();
  }

  async #load(columns: readonly ColumnInfo[], rows: readonly (readonly Cell[])[]): Promise<string> {
    const name = this.#name();
    await this.engine.load(name, columns, rows);
    return name;
  }

  #name(): string {
    this.#next += 1;
    const name = `${this.#prefix}_${this.#next}`;
    this.#names.add(name);
    return name;
  }
}
