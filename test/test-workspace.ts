import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import {
  type FileChoices,
  type ImportRequest,
  type ImportResult,
  importFiles,
} from '../src/app/import-files.ts';
import { tablesOf } from '../src/app/tables.ts';
import type { SourcePort, Workspace } from '../src/app/workspace.ts';
import { column, parquet, type Row, type SqlRelation, select } from '../src/base/sql/index.ts';
import { findTables } from '../src/edges/connectors/index.ts';
import { createDuckDbEngine } from '../src/edges/engines/duckdb/index.ts';
import { openStore } from '../src/edges/store/index.ts';
import type { FileKind, TableName } from '../src/stages/dataset/index.ts';

/** A workspace in a temporary folder, with a real engine and a real store, for tests. */
export interface TestWorkspace extends Workspace {
  /** Writes a file beside the workspace and gives its path. */
  readonly write: (name: string, content: string | Uint8Array) => Promise<string>;
  /** Imports files by their content, or by path where the content is null. */
  readonly import: (
    files: Readonly<Record<string, FileSource>>,
    options?: Partial<ImportRequest>,
  ) => Promise<ImportResult>;
  /** Columns of all rows of a table as it is now. */
  readonly rows: (table: TableName, columns: readonly string[]) => Promise<readonly Row[]>;
  /** Rows of the quarantine as it is now. */
  readonly quarantine: () => Promise<readonly Row[]>;
  readonly dispose: () => Promise<void>;
}

/** The content of a file, or its path, with what it is. */
export type FileSource =
  | string
  | {
      readonly text?: string | Uint8Array;
      readonly path?: string;
      readonly as?: FileKind;
      readonly key?: string;
    };

/** Nothing said of any file. */
export function noChoices() {
  return {
    as: [] as FileChoices['as'][number][],
    key: [] as FileChoices['key'][number][],
    delimiter: [] as FileChoices['delimiter'][number][],
    encoding: [] as FileChoices['encoding'][number][],
    repeats: [] as FileChoices['repeats'][number][],
  };
}

/** Opens a new one. */
export async function testWorkspace(sources: SourcePort = noSources): Promise<TestWorkspace> {
  const folder = await mkdtemp(join(tmpdir(), 'bestfit-import-'));
  const store = await openStore(join(folder, 'workspace'), { create: true });
  const engine = await createDuckDbEngine({ tempDirectory: join(folder, 'spill') });
  const workspace = { store, engine, findTables, sources };
  let day = 0;
  const write = async (name: string, content: string | Uint8Array) => {
    const path = join(folder, 'files', name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, content);
    return path;
  };
  const read = (from: SqlRelation, columns: readonly string[]) =>
    engine.rows(select({ columns: columns.map((name) => column(name)), from }));
  return {
    ...workspace,
    write,
    import: async (files, options = {}) => {
      day += 1;
      const paths: string[] = [];
      const choices = noChoices();
      for (const [name, given] of Object.entries(files)) {
        const {
          text = '',
          path,
          as,
          key,
        }: Exclude<FileSource, string> = typeof given === 'string' ? { text: given } : given;
        const file = path ?? (await write(name, text));
        paths.push(file);
        if (as !== undefined) choices.as.push({ file, value: as });
        if (key !== undefined) choices.key.push({ file, value: key });
      }
      return importFiles(workspace, { ...defaults(day), paths, choices, ...options });
    },
    rows: async (table, columns) => {
      const head = await store.head();
      const from = head === null ? undefined : tablesOf(workspace, head.snapshot)[table];
      return from === undefined ? [] : read(from, columns);
    },
    quarantine: async () => {
      const ref = (await store.head())?.quarantine ?? null;
      if (ref === null) return [];
      const from = parquet(store.filePath(ref));
      return read(from, ['source', 'line', 'column_name', 'value', 'reason', 'row']);
    },
    dispose: async () => {
      await engine.close();
      await store.close();
      await rm(folder, { recursive: true });
    },
  };
}

/** No connections: what most tests need. */
const noSources: SourcePort = {
  connectors: [],
  now: Date.now,
  sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  random: Math.random,
  signal: null,
  secretsOf: () => ({ get: async () => null, set: async () => undefined }),
};

function defaults(day: number): Omit<ImportRequest, 'paths' | 'choices'> {
  return {
    maps: [],
    covers: 'listed',
    append: false,
    observedOn: null,
    dryRun: false,
    at: `2026-11-${String(day).padStart(2, '0')}T10:00:00.000Z`,
    onProgress: () => undefined,
  };
}
