import { asc, column, named, parquet, type SqlRelation, select } from '../../base/sql/index.ts';
import type { Held } from '../../edges/store/index.ts';
import type { TableRef } from '../../stages/dataset/index.ts';
import {
  countGone,
  countKept,
  deltaColumns,
  type MirrorShape,
  mergedMirror,
  mirrorColumns,
  nextBookmark,
  type StreamChanges,
  type StreamProgress,
  type StreamState,
} from '../../stages/sync/index.ts';
import type { Workspace } from '../workspace.ts';

/** A stream that was read to its end, and how it was before. */
export interface ReadStream {
  readonly progress: StreamProgress;
  /** Of the same shape; null when there is none. */
  readonly before: StreamState | null;
  /** Fields that Bestfit writes itself. */
  readonly written: readonly string[];
}

/** What becomes of a stream, and what that changed. */
export interface MergedStream {
  readonly state: StreamState;
  readonly held: Held;
  readonly changes: StreamChanges;
}

/** Makes the new mirror of a stream of what a sync brought; one that differs in nothing stays the file it was. */
export async function mergeStream(workspace: Workspace, read: ReadStream): Promise<MergedStream> {
  const { progress, before } = read;
  const { shape, deltas, startedAt, since, latest } = progress;
  const merged =
    deltas.length === 0 && before !== null && !progress.complete
      ? before.mirror
      : await writeMirror(workspace, read);
  const { changes, touched } = await countChanges(workspace, read, merged);
  const mirror = before !== null && !touched ? before.mirror : merged;
  const history = await mergeHistory(workspace, { before, entries: progress.history });
  const isFull = since === null;
  const state: StreamState = {
    shape,
    mirror,
    history,
    bookmark: nextBookmark({ before: isFull ? null : (before?.bookmark ?? null), latest, startedAt }),
    fullReadAt: isFull ? startedAt : (before?.fullReadAt ?? startedAt),
  };
  const files = history === null ? [mirror] : [mirror, history];
  return { state, held: { value: state, files }, changes };
}

async function writeMirror(workspace: Workspace, { progress, before }: ReadStream): Promise<TableRef> {
  const { shape, complete } = progress;
  const query = mergedMirror({
    shape,
    base: before === null ? null : rowsOf(workspace, before.mirror),
    delta: deltaOf(workspace, progress),
    complete,
  });
  const path = workspace.store.draftFile('parquet');
  const rows = await workspace.engine.copy(query, { format: 'parquet', path });
  return workspace.store.adopt(path, rows);
}

function rowsOf({ store }: Workspace, ref: TableRef): (alias: string) => SqlRelation {
  const path = store.filePath(ref);
  return (alias) => parquet(path, alias);
}

function deltaOf({ store }: Workspace, { deltas, shape }: StreamProgress): (alias: string) => SqlRelation {
  const paths = deltas.map((ref) => store.filePath(ref));
  return (alias) => (paths.length === 0 ? noDelta(shape, alias) : parquet(paths, alias));
}

function noDelta(shape: MirrorShape, alias: string): SqlRelation {
  return { kind: 'values', columns: deltaColumns(shape), rows: [], alias };
}

async function countChanges(
  workspace: Workspace,
  { progress, before, written }: ReadStream,
  merged: TableRef,
): Promise<{ readonly changes: StreamChanges; readonly touched: boolean }> {
  const { shape } = progress;
  const after = rowsOf(workspace, merged)('a');
  const old = before === null ? noMirror(shape, 'b') : rowsOf(workspace, before.mirror)('b');
  const pair = { shape, before: old, after, delta: deltaOf(workspace, progress), written };
  const [kept] = await workspace.engine.rows(countKept(pair));
  const [gone] = await workspace.engine.rows(countGone(pair));
  const of = (row: typeof kept, name: string) => Number(row?.[name] ?? 0);
  const merges = of(gone, 'merged');
  const changes = {
    added: of(kept, 'added'),
    changed: of(kept, 'changed'),
    merged: merges,
    deleted: of(gone, 'gone') - merges,
    records: of(kept, 'records'),
  };
  const touched = of(kept, 'touched') + changes.added + of(gone, 'gone') > 0;
  return { changes, touched };
}

function noMirror(shape: MirrorShape, alias: string): SqlRelation {
  return { kind: 'values', columns: mirrorColumns(shape), rows: [], alias };
}

interface HistoryParts {
  readonly before: StreamState | null;
  readonly entries: readonly TableRef[];
}

/** Every entry of a deal into a stage, each once. */
async function mergeHistory(
  { store, engine }: Workspace,
  { before, entries }: HistoryParts,
): Promise<TableRef | null> {
  const old = before?.history ?? null;
  if (entries.length === 0) return old;
  const paths = [...(old === null ? [] : [old]), ...entries].map((ref) => store.filePath(ref));
  const names = ['deal', 'at', 'stage'];
  const path = store.draftFile('parquet');
  const rows = await engine.copy(
    select({
      columns: names.map((name) => named(column(name), name)),
      distinct: true,
      from: parquet(paths),
      orderBy: names.map((name) => asc(column(name))),
    }),
    { format: 'parquet', path },
  );
  return store.adopt(path, rows);
}
