import { type Cell, column, named, type Row, select } from '../../base/sql/index.ts';
import type { TableRef } from '../../stages/dataset/index.ts';
import { desiredColumn, lastWritten } from '../../stages/sync/index.ts';
import type { Workspace } from '../workspace.ts';
import { lastCheckpoint } from './last-checkpoint.ts';
import { storeQuery } from './store-query.ts';
import { storeRows } from './store-rows.ts';

/** One record that was written, with the row of the plan that it was written from. */
export interface WrittenRow {
  readonly id: string;
  readonly row: Row;
}

/** What a run keeps of what it wrote. */
interface KeptWritten {
  readonly names: readonly string[];
  readonly files: readonly TableRef[];
}

/** More files than this are put together into one. */
const MOST_FILES = 8;

/**
 * The files of what was written through a connection since it was read: `id`, `at`, and texts `d1..dn` of these fields; those of
 * other fields say nothing of them.
 */
export async function writtenParts(
  workspace: Workspace,
  connection: string,
  names: readonly string[],
): Promise<readonly TableRef[]> {
  const ended = (await workspace.store.streamStates(connection)).written as KeptWritten | undefined;
  const broken = await lastCheckpoint(workspace, { connection, kind: 'write' });
  const kept = (broken ?? ended ?? null) as KeptWritten | null;
  return kept !== null && JSON.stringify(kept.names) === JSON.stringify(names) ? kept.files : [];
}

/** Adds rows to what was written; many small files become one. */
export async function keepWritten(
  workspace: Workspace,
  {
    rows,
    files,
    names,
    at,
  }: {
    readonly rows: readonly WrittenRow[];
    readonly files: readonly TableRef[];
    readonly names: readonly string[];
    readonly at: string;
  },
): Promise<readonly TableRef[]> {
  if (rows.length === 0) return files;
  const all = [...files, await writeRows(workspace, { rows, at, fields: names.length })];
  return all.length <= MOST_FILES ? all : [await putTogether(workspace, all, names.length)];
}

interface NewRows {
  readonly rows: readonly WrittenRow[];
  readonly at: string;
  readonly fields: number;
}

/** A field that was emptied: what was written last is known, and it is nothing. */
const nothing = '';

function writeRows(workspace: Workspace, { rows, at, fields }: NewRows): Promise<TableRef> {
  const columns = writtenColumns(fields).map((name) => ({ name, type: 'text' as const }));
  const cells = rows.map(({ id, row }): readonly Cell[] => [
    id,
    at,
    ...Array.from({ length: fields }, (_, place) => row[desiredColumn(place)] ?? nothing),
  ]);
  return storeRows(workspace, columns, cells);
}

function putTogether(workspace: Workspace, files: readonly TableRef[], fields: number): Promise<TableRef> {
  const paths = files.map((ref) => workspace.store.filePath(ref));
  const all = writtenColumns(fields).map((name) => named(column(name, 'w'), name));
  return storeQuery(workspace, select({ columns: all, from: lastWritten(paths, 'w', fields) }));
}

function writtenColumns(fields: number): readonly string[] {
  return ['id', 'at', ...Array.from({ length: fields }, (_, place) => desiredColumn(place))];
}
