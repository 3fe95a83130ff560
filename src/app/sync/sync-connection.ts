import { BestfitError } from '../../base/errors/index.ts';
import type { SourceField, SourceStage } from '../../edges/connectors/index.ts';
import type { Held, SyncRun } from '../../edges/store/index.ts';
import type { StreamProgress, StreamState, SyncCheckpoint } from '../../stages/sync/index.ts';
import { toProblem } from '../to-problem.ts';
import { workEvent } from '../work-event.ts';
import type { Workspace } from '../workspace.ts';
import { endBroken } from './end-broken.ts';
import { findConnection, type KnownConnection } from './find-connection.ts';
import { importSynced } from './import-synced.ts';
import { knownStreams } from './known-streams.ts';
import { lastCheckpoint } from './last-checkpoint.ts';
import { type MergedStream, mergeStream } from './merge-stream.ts';
import { momentOf } from './moment-of.ts';
import { type OpenedSource, openSource } from './open-source.ts';
import { planStream } from './plan-stream.ts';
import { readStream } from './read-stream.ts';
import { startRun } from './start-run.ts';
import type { SyncedStream, SyncRequest, SyncResult } from './types.ts';
import { whileSeen } from './while-seen.ts';
import { writtenNames } from './written-names.ts';

/** One sync while it runs. */
interface Work {
  readonly workspace: Workspace;
  readonly request: SyncRequest;
  readonly connection: KnownConnection;
  readonly opened: OpenedSource;
  readonly run: SyncRun;
  readonly before: Readonly<Record<string, StreamState>>;
  readonly checkpoint: SyncCheckpoint | null;
}

/** What was read of one stream. */
interface ReadResult {
  readonly progress: StreamProgress;
  readonly fields: readonly SourceField[];
}

/**
 * Reads what changed through a connection, makes it the new state of its streams, and imports that as one commit. A sync
 * that is killed, cut off, or stopped by the day's budget loses nothing: the next one goes on from what was kept.
 *
 * Errors: `connection.*` of the source, `sync.running`; with `connection.budget-spent` it pauses and does not fail.
 */
export async function syncConnection(workspace: Workspace, request: SyncRequest): Promise<SyncResult> {
  const connection = await findConnection(workspace, request.connection);
  const { store } = workspace;
  const opened = openSource(workspace, connection, request);
  const run = await startRun(workspace, { connection: connection.name, kind: 'read' });
  try {
    const broken = await lastCheckpoint(workspace, { connection: connection.name, kind: 'read' });
    const checkpoint = broken as SyncCheckpoint | null;
    const before = (await store.streamStates(connection.name)) as Readonly<Record<string, StreamState>>;
    const work = { workspace, request, connection, opened, run, before, checkpoint };
    return await whileSeen(workspace, run, () => runSync(work));
  } catch (error) {
    throw await endBroken(workspace, run, error);
  } finally {
    await opened.saveUsage().catch(() => undefined);
  }
}

async function runSync(work: Work): Promise<SyncResult> {
  const { connection, opened, workspace } = work;
  const used = opened.source.usage().requests;
  const read: ReadResult[] = [];
  try {
    await refuseLostStream(connection, opened);
    for (const stream of connection.choices.streams) read.push(await readOne(work, stream, read));
    const stages = await opened.source.stages();
    return await finish(work, { read, stages, used });
  } catch (error) {
    if (!(error instanceof BestfitError) || error.code !== 'connection.budget-spent') throw error;
    const pause = { message: error.message, resetsAt: resetOf(error) };
    const result = { ...summary(work, used), state: 'paused' as const, streams: [], pause, imported: null };
    await workspace.store.endSync(work.run.id, {
      state: 'paused',
      endedAt: momentOf(workspace),
      result,
      error: toProblem(error),
      streams: {},
    });
    return result;
  }
}

/** A file that is there no more is no file without rows: nothing of it is taken away unasked. */
async function refuseLostStream(
  { name, connector, choices }: KnownConnection,
  { source }: OpenedSource,
): Promise<void> {
  const known = await knownStreams(connector, source);
  const stream = choices.streams.find((each) => !known.includes(each));
  if (stream !== undefined)
    throw new BestfitError('sync.unknown-stream', { connection: name, stream, known });
}

function resetOf(error: BestfitError): string | null {
  const { resetsAt } = error.params as { readonly resetsAt?: string | null };
  return resetsAt ?? null;
}

async function readOne(work: Work, stream: string, earlier: readonly ReadResult[]): Promise<ReadResult> {
  const { workspace, request, connection, opened, before, checkpoint } = work;
  const { connector, choices } = connection;
  const fields = await opened.source.fields(stream);
  const written = writtenNames(fields);
  const planned = planStream({
    stream,
    connector,
    choices,
    fields,
    written,
    before: before[stream] ?? null,
    checkpoint,
    full: request.full,
    at: momentOf(workspace),
  });
  const later = checkpoint?.streams.filter((each) => each.stream !== stream) ?? [];
  const done = earlier.map(({ progress }) => progress);
  const others = [...done, ...later.filter((each) => !done.some((own) => own.stream === each.stream))];
  const progress = await readStream(
    {
      workspace,
      source: opened.source,
      mirror: before[stream]?.mirror ?? null,
      keep: (now) => workspace.store.checkpointSync(work.run.id, heldOf([...others, now])),
      onPage: (now, share) =>
        request.onProgress(workEvent('syncing', { subject: stream, count: now.rows, share })),
    },
    planned,
  );
  return { progress, fields };
}

function heldOf(streams: readonly StreamProgress[]): Held {
  const files = streams.flatMap(({ deltas, history }) => [...deltas, ...history]);
  return { value: { streams } satisfies SyncCheckpoint, files };
}

interface ReadAll {
  readonly read: readonly ReadResult[];
  readonly stages: readonly SourceStage[];
  /** Requests before this run. */
  readonly used: number;
}

async function finish(work: Work, { read, stages, used }: ReadAll): Promise<SyncResult> {
  const { workspace, request, connection, run } = work;
  const merged: MergedStream[] = [];
  for (const { progress, fields } of read) {
    request.onProgress(workEvent('merging', { subject: progress.stream }));
    const before = work.before[progress.stream] ?? null;
    merged.push(await mergeStream(workspace, { progress, before, written: writtenNames(fields) }));
  }
  const streams = read.map(({ progress }, place) => syncedStream(progress, merged[place]!));
  const result = { ...summary(work, used), state: 'done' as const, streams, pause: null };
  await workspace.store.endSync(run.id, {
    state: 'done',
    endedAt: momentOf(workspace),
    result,
    error: null,
    streams: Object.fromEntries(read.map(({ progress }, place) => [progress.stream, merged[place]!.held])),
  });
  const imported = await importSynced(
    workspace,
    syncedConnection(connection, { read, merged, stages }),
    request,
  );
  return { ...result, imported };
}

function syncedStream(progress: StreamProgress, { changes }: MergedStream): SyncedStream {
  const { stream, since, pages, rows } = progress;
  return { stream, mode: since === null ? 'full' : 'incremental', pages, received: rows, ...changes };
}

function syncedConnection(
  { name, connector, choices, account }: KnownConnection,
  {
    read,
    merged,
    stages,
  }: { read: readonly ReadResult[]; merged: readonly MergedStream[]; stages: readonly SourceStage[] },
) {
  return {
    name,
    label: connector.label,
    choices,
    currency: account.currency,
    stages,
    streams: read.map(({ progress, fields }, place) => ({
      stream: progress.stream,
      state: merged[place]!.state,
      fields,
    })),
    written: [...new Set(read.flatMap(({ fields }) => writtenNames(fields)))],
  };
}

function summary({ connection, opened, checkpoint }: Work, used: number) {
  const usage = opened.source.usage();
  return {
    kind: 'sync' as const,
    connection: connection.name,
    connector: connection.connector.name,
    resumed: checkpoint?.streams.some(({ pages }) => pages > 0) ?? false,
    requests: usage.requests - used,
    waited: Math.round(opened.waited()),
    usage,
  };
}
