import { BestfitError } from '../../base/errors/index.ts';
import type { Row } from '../../base/sql/index.ts';
import type { PreparedField, RecordWrite, WriteResult } from '../../edges/connectors/index.ts';
import type { SyncRun } from '../../edges/store/index.ts';
import type { TableRef } from '../../stages/dataset/index.ts';
import { desiredColumn, writePlan } from '../../stages/sync/index.ts';
import { workEvent } from '../work-event.ts';
import { momentOf } from './moment-of.ts';
import type { OpenedSource } from './open-source.ts';
import type { WriteBackResult } from './types.ts';
import { type WritableName, writableFields } from './write-fields.ts';
import { targetOf, type WriteWork, writtenStream } from './write-work.ts';
import { keepWritten, type WrittenRow } from './written-rows.ts';

const shownFailures = 50;
/** How often a write keeps what it wrote, in milliseconds. */
const KEEP_AFTER = 10_000;
/** ... and at the latest after so many records: a process that is killed lets no more of them be written twice. */
const KEEP_ROWS = 500;

/** A write that is planned and begins. */
export interface Writing {
  readonly run: SyncRun;
  readonly plan: WriteBackResult;
}

/** What was done so far. */
interface Tally {
  readonly rows: WrittenRow[];
  files: readonly TableRef[];
  readonly failures: WriteBackResult['failed']['first'][number][];
  failed: number;
  written: number;
  spent: boolean;
  keptAt: number;
}

/**
 * Writes what the plan says, batch by batch. What was written is kept on the way, and also when it breaks off: the next one does
 * not write it again.
 */
export async function writeRecords(work: WriteWork, writing: Writing): Promise<WriteBackResult> {
  const tally: Tally = {
    rows: [],
    files: work.earlier,
    failures: [],
    failed: 0,
    written: 0,
    spent: false,
    keptAt: Date.now(),
  };
  try {
    await sendAll(work, writing, tally);
  } finally {
    await keep(work, writing.run, tally);
  }
  return endWrite(work, { ...writing, tally });
}

async function sendAll(work: WriteWork, { run, plan }: Writing, tally: Tally): Promise<void> {
  const { workspace, connection, parts } = work;
  const size = connection.connector.capabilities.writeBatch;
  let batch: Row[] = [];
  const send = async () => {
    if (batch.length > 0 && !tally.spent) await writeBatch(work, tally, batch);
    batch = [];
    tellProgress(work, tally, plan);
    const isDue = Date.now() - tally.keptAt > KEEP_AFTER || tally.rows.length >= KEEP_ROWS;
    if (isDue) await keep(work, run, tally);
  };
  for await (const rows of workspace.engine.stream(writePlan(parts))) {
    for (const row of rows) {
      batch.push(row);
      if (batch.length === size) await send();
      if (tally.spent) return;
    }
  }
  await send();
}

function tellProgress({ request, connection }: WriteWork, tally: Tally, plan: WriteBackResult): void {
  const count = tally.written + tally.failed;
  const share = count / plan.accounts.changed;
  request.onProgress(workEvent('writing-back', { subject: connection.name, count, share }));
}

async function writeBatch(
  { opened, names, prepared }: WriteWork,
  tally: Tally,
  batch: readonly Row[],
): Promise<void> {
  const writes = batch.map(
    (row): RecordWrite => ({ id: String(row.id), values: valuesOf(row, names, prepared) }),
  );
  try {
    const results = await opened.source.write(writtenStream, writes);
    const named = new Map(batch.map((row) => [String(row.id), row]));
    for (const result of results) count(tally, result, named.get(result.id));
  } catch (error) {
    if (!(error instanceof BestfitError) || error.code !== 'connection.budget-spent') throw error;
    tally.spent = true;
  }
}

function valuesOf(row: Row, names: readonly WritableName[], prepared: readonly PreparedField[]) {
  const pairs = names.flatMap((name, at) => {
    const target = targetOf(prepared, name);
    if (target === null) return [];
    const value = row[desiredColumn(at)] ?? null;
    const typed = value !== null && writableFields[name].kind === 'number' ? Number(value) : value;
    return [[target, typed as string | number | null] as const];
  });
  return Object.fromEntries(pairs);
}

function count(tally: Tally, result: WriteResult, row: Row | undefined): void {
  if (result.kind === 'failed' && result.code === 'budget-spent') {
    tally.spent = true;
    return;
  }
  if (result.kind !== 'failed') {
    tally.written += 1;
    if (row !== undefined) tally.rows.push({ id: result.id, row });
    return;
  }
  tally.failed += 1;
  const { id, code, message } = result;
  const name = row?.name === null || row?.name === undefined ? null : String(row.name);
  if (tally.failures.length < shownFailures) tally.failures.push({ id, name, code, message });
}

/** Keeps what was written, so that a run that is killed does not write it again. */
async function keep(work: WriteWork, run: SyncRun, tally: Tally): Promise<void> {
  const { workspace, names } = work;
  const rows = tally.rows.splice(0);
  const at = momentOf(workspace);
  tally.files = await keepWritten(workspace, { rows, files: tally.files, names, at });
  tally.keptAt = Date.now();
  const value = { names, files: tally.files };
  await workspace.store.checkpointSync(run.id, { value, files: tally.files });
}

async function endWrite(
  { workspace, connection, names, opened }: WriteWork,
  { run, plan, tally }: Writing & { readonly tally: Tally },
): Promise<WriteBackResult> {
  const state = tally.spent ? ('paused' as const) : ('done' as const);
  const result: WriteBackResult = {
    ...plan,
    state,
    written: tally.written,
    failed: { total: tally.failed, first: tally.failures },
    left: Math.max(0, plan.accounts.changed - tally.written - tally.failed),
    budget: { ...plan.budget, ...pick(opened) },
  };
  await workspace.store.endSync(run.id, {
    state,
    endedAt: momentOf(workspace),
    result,
    error: null,
    streams: { written: { value: { names, files: tally.files }, files: tally.files } },
  });
  return { ...result, connection: connection.name };
}

function pick({ source }: OpenedSource) {
  const { used, limit, resetsAt } = source.usage();
  return { used, limit, resetsAt };
}
