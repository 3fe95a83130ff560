import { asc, column, named, parquet, type SqlRelation, select } from '../../base/sql/index.ts';
import type { Held } from '../../edges/store/index.ts';
import type { TableRef } from '../../stages/dataset/index.ts';
import {
  countGone,
  countKept,
  deltaColumns,
  type MirrorShape,
  mergedAliases,
  mergedMirror,
  mirrorColumns,
  nextBookmark,
  reshapedMirror,
  type StreamChanges,
  type StreamProgress,
  type StreamState,
} from '../../stages/sync/index.ts';
import type { Workspace } from '../workspace.ts';
import { storeQuery } from './store-query.ts';

/** A stream that was read to its end, and how it was before. */
export interface ReadStream {
  readonly progress: StreamProgress;
  /** Null when there is none. */
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
  const isSame = before !== null && isSameShape(before.shape, shape);
  const isUntouched = isSame && deltas.length === 0 && !progress.complete;
  const merged = isUntouched ? before.mirror : await writeMirror(workspace, read);
  const { changes, touched } = await countChanges(workspace, read, merged);
  const mirror = isSame && !touched ? before.mirror : merged;
  const history = await mergeHistory(workspace, { before, entries: progress.history });
  const aliases = changes.merged === 0 ? (before?.aliases ?? null) : await mergeAliases(workspace, read);
  const isFull = since === null;
  const state: StreamState = {
    shape,
    mirror,
    history,
    aliases,
    content: before !== null && isUnchanged(changes) ? before.content : mirror.file,
    bookmark: nextBookmark({ before: isFull ? null : (before?.bookmark ?? null), latest, startedAt }),
    fullReadAt: isFull ? startedAt : (before?.fullReadAt ?? startedAt),
  };
  const files = [mirror, history, aliases].filter((ref) => ref !== null);
  return { state, held: { value: state, files }, changes };
}

function isSameShape(one: MirrorShape, other: MirrorShape): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function isUnchanged({ added, changed, merged, deleted }: StreamChanges): boolean {
  return added + changed + merged + deleted === 0;
}

async function writeMirror(workspace: Workspace, { progress, before }: ReadStream): Promise<TableRef> {
  const { shape, complete } = progress;
  const query = mergedMirror({
    shape,
    base: before === null ? null : (alias) => baseOf(workspace, { before, shape, alias }),
    delta: deltaOf(workspace, progress),
    complete,
  });
  return storeQuery(workspace, query);
}

interface BaseRequest {
  readonly before: StreamState;
  readonly shape: MirrorShape;
  readonly alias: string;
}

/** The mirror before, under the columns of the one after. */
function baseOf({ store }: Workspace, { before, shape, alias }: BaseRequest): SqlRelation {
  const path = store.filePath(before.mirror);
  if (isSameShape(before.shape, shape)) return parquet(path, alias);
  return reshapedMirror(parquet(path), { from: before.shape, to: shape, alias });
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
  const after = parquet(workspace.store.filePath(merged), 'a');
  const old = before === null ? noMirror(shape, 'b') : baseOf(workspace, { before, shape, alias: 'b' });
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

/** Where the ids of merged records lead to. */
async function mergeAliases(workspace: Workspace, { before, progress }: ReadStream): Promise<TableRef> {
  const old = before?.aliases ?? null;
  const path = old === null ? null : workspace.store.filePath(old);
  const query = mergedAliases({
    before: path === null ? null : (alias) => parquet(path, alias),
    delta: deltaOf(workspace, progress),
  });
  return storeQuery(workspace, query);
}

interface HistoryParts {
  readonly before: StreamState | null;
  readonly entries: readonly TableRef[];
}

/** Every entry of a deal into a stage, each once. */
async function mergeHistory(
  workspace: Workspace,
  { before, entries }: HistoryParts,
): Promise<TableRef | null> {
  const old = before?.history ?? null;
  if (entries.length === 0) return old;
  const paths = [...(old === null ? [] : [old]), ...entries].map((ref) => workspace.store.filePath(ref));
  const names = ['deal', 'at', 'stage'];
  return storeQuery(
    workspace,
    select({
      columns: names.map((name) => named(column(name), name)),
      distinct: true,
      from: parquet(paths),
      orderBy: names.map((name) => asc(column(name))),
    }),
  );
}
