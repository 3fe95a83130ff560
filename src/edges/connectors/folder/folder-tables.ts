import { stat } from 'node:fs/promises';
import {
  column,
  count,
  countDistinct,
  type Engine,
  named,
  parquet,
  select,
} from '../../../base/sql/index.ts';
import { findTables } from '../find-tables.ts';
import type { ConnectionSettings } from '../records/index.ts';
import type { FoundTable } from '../types.ts';
import { fileHash } from './file-hash.ts';
import { idFields } from './id-fields.ts';
import type { FolderContext, FolderTable } from './types.ts';

/** The tables of a folder: each is staged once, and again when its file has changed. */
export class FolderTables {
  readonly #context: FolderContext;
  readonly #settings: ConnectionSettings;
  readonly #open = new Map<string, FolderTable>();
  #found: Promise<readonly FoundTable[]> | null = null;

  constructor(context: FolderContext, settings: ConnectionSettings) {
    this.#context = context;
    this.#settings = settings;
  }

  /** The folder, as it was named. */
  get folder(): string {
    return this.#settings.options.folder ?? '';
  }

  /** Names of the streams, one for each table. */
  async names(): Promise<readonly string[]> {
    return (await this.#tables()).map(({ source }) => source);
  }

  /** When the file of a stream was changed, in milliseconds since 1970. */
  async changedAt(stream: string): Promise<number> {
    const { path } = await this.#find(stream);
    return (this.#context.changedAt ?? fileChangedAt)(path);
  }

  /** The table of a stream as its file is now. */
  async open(stream: string): Promise<FolderTable> {
    const found = await this.#find(stream);
    const changedAt = await this.changedAt(stream);
    const known = this.#open.get(stream);
    if (known?.changedAt === changedAt) return known;
    const hash = await fileHash(found.path);
    const table =
      known?.hash === hash ? { ...known, changedAt } : await this.#stage(found, { hash, changedAt });
    this.#open.set(stream, table);
    return table;
  }

  #tables(): Promise<readonly FoundTable[]> {
    const { scratchFile } = this.#context;
    this.#found ??= findTables([this.folder], { scratchFile, onUnpack: () => undefined }).then(
      ({ tables }) => tables,
    );
    return this.#found;
  }

  async #find(stream: string): Promise<FoundTable> {
    const found = (await this.#tables()).find(({ source }) => source === stream);
    if (found === undefined) throw new Error(`unknown stream: ${stream}`);
    return found;
  }

  async #stage(
    { connector, path, part, source }: FoundTable,
    version: Pick<FolderTable, 'hash' | 'changedAt'>,
  ): Promise<FolderTable> {
    const { engine, scratchFile } = this.#context;
    const to = scratchFile();
    const request = { path, part, to, delimiter: null, encoding: null, scratchFile, onRead: () => undefined };
    const { headers, columns, rows, rejectedTotal } = await connector.stage(engine, request);
    const fields = ownNames(headers);
    const table = { ...version, path: to, fields, columns, rows, rejected: rejectedTotal };
    const said = this.#settings.options[`id.${source}`] ?? null;
    return { ...table, idField: await unique(engine, table, idFields(fields, said)) };
  }
}

/** The later of the two times of a file: a copy may bring an old one along, but not both. */
async function fileChangedAt(path: string): Promise<number> {
  const { mtimeMs, ctimeMs } = await stat(path);
  return Math.max(mtimeMs, ctimeMs);
}

function ownNames(headers: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return headers.map((header) => {
    let name = header;
    for (let n = 2; taken.has(name); n++) name = `${header} (${n})`;
    taken.add(name);
    return name;
  });
}

/** The first of the fields that has a value in every row, and another in each. */
async function unique(
  engine: Engine,
  table: Omit<FolderTable, 'idField'>,
  fields: readonly string[],
): Promise<string | null> {
  for (const field of fields) {
    const cells = column(table.columns[table.fields.indexOf(field)]!);
    const counted = select({
      columns: [named(count(), 'rows'), named(countDistinct(cells), 'ids')],
      from: parquet(table.path),
    });
    const [row] = await engine.rows(counted);
    if (Number(row?.ids) === table.rows) return field;
  }
  return null;
}
