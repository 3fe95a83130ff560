import { createHash } from 'node:crypto';
import { column, isNotNull, named, parquet, select } from '../../base/sql/index.ts';
import type {
  FileConnector,
  FileRequest,
  FoundTable,
  SourceField,
  SourceStage,
  StagedFile,
} from '../../edges/connectors/index.ts';
import type { FileKind, TableRef } from '../../stages/dataset/index.ts';
import {
  type ImportColumn,
  importColumns,
  importQuery,
  labelSeveral,
  type SeveralLabels,
  type StreamState,
} from '../../stages/sync/index.ts';
import type { ImportRequest } from '../import-files.ts';
import type { Workspace } from '../workspace.ts';
import { stageMeanings } from './stage-meanings.ts';
import type { ConnectionChoices } from './types.ts';

/** More different texts of several values than this stay codes. */
const MOST_TEXTS = 10_000;

/** A stream with all that its table is made of. */
export interface SyncedStreamData {
  readonly stream: string;
  readonly state: StreamState;
  readonly fields: readonly SourceField[];
}

/** A connection's streams on the way to import. */
export interface SyncedConnection {
  readonly name: string;
  readonly label: string;
  readonly choices: ConnectionChoices;
  readonly currency: string | null;
  readonly stages: readonly SourceStage[];
  readonly streams: readonly SyncedStreamData[];
  /** Fields that Bestfit writes itself. */
  readonly written: readonly string[];
}

const kinds: Readonly<Record<string, FileKind>> = {
  companies: 'accounts',
  deals: 'deals',
  contacts: 'people',
};

/** Tables for import, and what is known of each. */
export interface SyncedTables {
  readonly tables: readonly FoundTable[];
  readonly synced: NonNullable<ImportRequest['synced']>;
  /** Where columns go whose meaning the source itself tells. */
  readonly maps: ImportRequest['maps'];
}

/** The streams of a connection as tables that import can find, and what is known of each. */
export function syncedTables(workspace: Workspace, connection: SyncedConnection): SyncedTables {
  const made = connection.streams.map((data) => {
    const columns = columnsOf(connection, data);
    const source = sourceName(connection.name, data.stream);
    const why = `${connection.label} ${data.stream}`;
    const origin = {
      connection: connection.name,
      stream: data.stream,
      key: keyOf(data, columns, aliasesFor(connection, data)),
    };
    const connector = connectorOf(workspace, { connection, data, columns });
    const table = { source, given: source, location: source, path: source, part: null, connector };
    const maps = columns.flatMap(({ header, field }) =>
      field === null ? [] : [{ column: header, field, file: source }],
    );
    return { table, maps, known: [source, { as: kinds[data.stream] ?? null, why, origin }] as const };
  });
  return {
    tables: made.map(({ table }) => table),
    maps: made.flatMap(({ maps }) => maps),
    synced: Object.fromEntries(made.map(({ known }) => known)),
  };
}

/** The name of the source that a stream becomes: `hubspot companies`. */
export function sourceName(connection: string, stream: string): string {
  return `${connection} ${stream}`;
}

function columnsOf(connection: SyncedConnection, { state, fields }: SyncedStreamData) {
  const { choices, currency, stages, written } = connection;
  const stageField = fields.find(({ kind }) => kind === 'stage');
  return importColumns({
    shape: state.shape,
    fields,
    stageField: stageField?.name ?? null,
    outcomes: stageMeanings(stages, choices),
    currency,
    written,
  });
}

/** A hash of all that the table is made from: the same one need not be imported again. */
function keyOf(
  { state }: SyncedStreamData,
  columns: readonly ImportColumn[],
  aliases: TableRef | null,
): string {
  const fieldOf = (from: string) =>
    from.startsWith('v') ? state.shape.fields[Number(from.slice(1)) - 1] : from;
  const said = columns.map(({ header, from, labels }) => [header, fieldOf(from), labels && [...labels]]);
  const made = [state.content, aliases?.file ?? null, said];
  return createHash('sha256').update(JSON.stringify(made)).digest('hex').slice(0, 16);
}

/** The merges of companies, for the streams that belong to them. */
function aliasesFor({ streams }: SyncedConnection, { stream }: SyncedStreamData): TableRef | null {
  if (stream === 'companies') return null;
  return streams.find((each) => each.stream === 'companies')?.state.aliases ?? null;
}

interface TableParts {
  readonly connection: SyncedConnection;
  readonly data: SyncedStreamData;
  readonly columns: readonly ImportColumn[];
}

function connectorOf(workspace: Workspace, parts: TableParts): FileConnector {
  const name = parts.connection.label;
  return { name, extensions: [], parts: null, open: null, stage: (_, file) => stage(workspace, parts, file) };
}

async function stage(
  workspace: Workspace,
  { connection, data, columns }: TableParts,
  { to }: FileRequest,
): Promise<StagedFile> {
  const { engine, store } = workspace;
  const mirror = parquet(store.filePath(data.state.mirror), 'm');
  const several = await severalLabels(workspace, { data, columns });
  const merges = aliasesFor(connection, data);
  const aliases = merges === null ? null : parquet(store.filePath(merges), 'aliases');
  const query = importQuery(columns, { mirror, several, aliases });
  const rows = await engine.copy(query, { format: 'parquet', path: to });
  return {
    path: to,
    headers: columns.map(({ header }) => header),
    columns: columns.map((_, place) => `c${place + 1}`),
    rows,
    how: `${connection.label}, read ${data.state.fullReadAt.slice(0, 10)} and kept up to date`,
    warnings: [],
    rejected: [],
    rejectedTotal: 0,
    lineOf: (wanted) => Promise.resolve(wanted),
  };
}

async function severalLabels(
  { engine, store }: Workspace,
  { data, columns }: Pick<TableParts, 'data' | 'columns'>,
): Promise<SeveralLabels> {
  const found = new Map<string, ReadonlyMap<string, string>>();
  const from = parquet(store.filePath(data.state.mirror));
  for (const { from: name, labels, several } of columns) {
    if (!several || labels === null) continue;
    const cell = column(name);
    const texts = await engine.rows(
      select({
        columns: [named(cell, 'cell')],
        distinct: true,
        from,
        where: isNotNull(cell),
        limit: MOST_TEXTS,
      }),
    );
    const written = texts.map((row) => String(row.cell));
    found.set(name, new Map(written.map((words) => [words, labelSeveral(words, labels)])));
  }
  return found;
}
