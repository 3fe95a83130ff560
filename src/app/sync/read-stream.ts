import type { Cell } from '../../base/sql/index.ts';
import type { ReadRequest, RecordSource } from '../../edges/connectors/index.ts';
import type { TableRef } from '../../stages/dataset/index.ts';
import { deltaColumns, deltaRows, type StageEntry, type StreamProgress } from '../../stages/sync/index.ts';
import type { Workspace } from '../workspace.ts';
import { advanceProgress } from './advance-progress.ts';
import { knownIds } from './known-ids.ts';
import { storeRows } from './store-rows.ts';

/** Rows that wait in memory until they are kept; what is not kept is read again after a kill. */
const PART = 20_000;
/** Milliseconds after which what waits is kept, however little it is. */
const KEEP_AFTER = 30_000;

/** What reading a stream needs. */
export interface StreamReading {
  readonly workspace: Workspace;
  readonly source: RecordSource;
  /** The mirror that is there; null when there is none. */
  readonly mirror: TableRef | null;
  /** Keeps how far it is, with the files that belong to it. */
  readonly keep: (progress: StreamProgress) => Promise<void>;
  readonly onPage: (progress: StreamProgress, done: number | null) => void;
}

/** What came and is not kept yet. */
interface Waiting {
  rows: (readonly Cell[])[];
  history: StageEntry[];
  since: number;
}

/**
 * Reads a stream to its end, from wherever it is, and keeps what came in parts. When the source refuses, what came until
 * then is kept first.
 */
export async function readStream(reading: StreamReading, from: StreamProgress): Promise<StreamProgress> {
  let progress = from;
  const known = knownIds(reading.workspace, reading.mirror);
  const waiting: Waiting = { rows: [], history: [], since: Date.now() };
  const keepAll = async () => {
    progress = await keepWaiting(reading, progress, waiting);
    await reading.keep(progress);
  };
  while (!progress.ended) {
    const page = await readPage(reading.source, progress, known).catch(async (error: unknown) => {
      await keepAll();
      throw error;
    });
    const { shape, rows: after, startedAt } = progress;
    waiting.rows.push(...deltaRows(page, { shape, after, seenAt: startedAt }));
    waiting.history.push(...page.history);
    progress = advanceProgress(progress, page);
    reading.onPage(progress, page.done);
    const isDue = waiting.rows.length >= PART || Date.now() - waiting.since > KEEP_AFTER;
    if (isDue || progress.ended) await keepAll();
  }
  return progress;
}

function readPage(source: RecordSource, progress: StreamProgress, known: ReadRequest['known']) {
  const { stream, shape, since, cursor } = progress;
  return source.read({ stream, fields: shape.fields, since, cursor, known });
}

/** Writes what waits as files of the store; nothing waits then. */
async function keepWaiting(
  { workspace }: StreamReading,
  progress: StreamProgress,
  waiting: Waiting,
): Promise<StreamProgress> {
  const { rows, history } = waiting;
  waiting.rows = [];
  waiting.history = [];
  waiting.since = Date.now();
  const delta = rows.length === 0 ? [] : [await storeRows(workspace, deltaColumns(progress.shape), rows)];
  const entries = history.map(({ deal, stage, at }) => [deal, stage, at]);
  const stages = entries.length === 0 ? [] : [await storeRows(workspace, historyColumns, entries)];
  return {
    ...progress,
    deltas: [...progress.deltas, ...delta],
    history: [...progress.history, ...stages],
  };
}

const historyColumns = ['deal', 'stage', 'at'].map((name) => ({ name, type: 'text' as const }));
