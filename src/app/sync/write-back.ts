import { BestfitError } from '../../base/errors/index.ts';
import { parquet, type Row, type SqlRelation, table } from '../../base/sql/index.ts';
import type { PreparedField, RecordWrite, SourceField, WriteResult } from '../../edges/connectors/index.ts';
import type { SyncRun } from '../../edges/store/index.ts';
import type { TableRef } from '../../stages/dataset/index.ts';
import {
  countPlan,
  countUnfound,
  currentColumn,
  desiredColumn,
  lastWritten,
  type PlannedField,
  type StreamState,
  valueColumn,
  type WritePlanParts,
  writePlan,
} from '../../stages/sync/index.ts';
import { currentProfile } from '../current-card.ts';
import { withListInWords } from '../export-list.ts';
import { toProblem } from '../to-problem.ts';
import { workEvent } from '../work-event.ts';
import type { Workspace } from '../workspace.ts';
import { findConnection, type KnownConnection } from './find-connection.ts';
import { listedValues } from './listed-values.ts';
import { type OpenedSource, openSource } from './open-source.ts';
import type { WriteBackRequest, WriteBackResult } from './types.ts';
import { type WritableName, writableFields } from './write-fields.ts';
import { keepWritten, type WrittenRow, writtenParts } from './written-rows.ts';

const stream = 'companies';
const shownChanges = 20;
const shownFailures = 50;
/** How often a write says that it is alive and keeps what it wrote. */
const KEEP_AFTER = 10_000;
/** ... and at the latest after so many records: a kill lets no more of them be written twice. */
const KEEP_ROWS = 500;

/** Everything a write-back works with. */
interface Work {
  readonly workspace: Workspace;
  readonly request: WriteBackRequest;
  readonly connection: KnownConnection;
  readonly opened: OpenedSource;
  readonly names: readonly WritableName[];
  readonly prepared: readonly PreparedField[];
  readonly parts: WritePlanParts;
  readonly earlier: readonly TableRef[];
}

/**
 * Writes the scored list into the fields a person chose, of the companies that differ, best ranked first. Nothing is created but
 * the fields themselves, nothing is deleted. When the day's budget is used up it pauses; the next one writes what is left.
 */
export async function writeBack(workspace: Workspace, request: WriteBackRequest): Promise<WriteBackResult> {
  const connection = await findConnection(workspace, request.connection);
  const names = connection.choices.write as readonly WritableName[];
  if (names.length === 0) throw new BestfitError('sync.nothing-chosen', { connection: connection.name });
  const state = (await workspace.store.streamStates(connection.name))[stream] as StreamState | undefined;
  if (state === undefined) throw new BestfitError('sync.not-read', { connection: connection.name });
  const opened = openSource(workspace, connection, request);
  const { fields, prepared } = await prepareTargets(opened, names, request.dryRun);
  const version = await currentProfile(workspace, { profile: null, version: null });
  const context = { profile: `${version.name}, version ${version.version}`, asOf: request.asOf };
  const scoring = { profile: null, version: null, include: [], includeOut: true };
  const list = `write_back_${nextWork()}`;
  try {
    await withListInWords(
      workspace,
      { ...scoring, asOf: request.asOf, at: request.at, onProgress: request.onProgress },
      (query) => workspace.engine.materialize(list, listedValues(query, names, context)),
    );
    const earlier = await writtenParts(workspace, connection.name, names);
    const parts = planParts(workspace, { names, fields, prepared, state, earlier, list });
    return await planOrWrite({ workspace, request, connection, opened, names, prepared, parts, earlier });
  } finally {
    await workspace.engine.drop(list);
    if (!request.dryRun) await opened.saveUsage().catch(() => undefined);
  }
}

let works = 0;

function nextWork(): number {
  works += 1;
  return works;
}

async function prepareTargets({ source }: OpenedSource, names: readonly WritableName[], dryRun: boolean) {
  const wanted = names.map((name) => writableFields[name]);
  const prepared = await source.prepare(stream, wanted, { create: !dryRun });
  return { prepared, fields: await source.fields(stream) };
}

interface PlanSource {
  readonly names: readonly WritableName[];
  readonly fields: readonly SourceField[];
  readonly prepared: readonly PreparedField[];
  readonly state: StreamState;
  readonly earlier: readonly TableRef[];
  readonly list: string;
}

function planParts({ store }: Workspace, source: PlanSource): WritePlanParts {
  const { names, fields, prepared, state, earlier, list } = source;
  const planned = names.map((name): PlannedField => {
    const target = targetOf(prepared, name);
    const place = target === null ? -1 : state.shape.fields.indexOf(target);
    const options = fields.find((field) => field.name === target)?.options ?? null;
    return {
      current: place === -1 ? null : valueColumn(place),
      labels: options === null ? null : new Map(options.map(({ value, label }) => [value, label])),
      isNumber: writableFields[name].kind === 'number',
      counts: name !== 'scored_on' || names.length === 1,
    };
  });
  const paths = earlier.map((ref) => store.filePath(ref));
  const mirror = store.filePath(state.mirror);
  return {
    list: (alias): SqlRelation => table(list, alias),
    mirror: (alias) => parquet(mirror, alias),
    written: paths.length === 0 ? null : (alias) => lastWritten(paths, alias, names.length),
    fields: planned,
  };
}

function targetOf(prepared: readonly PreparedField[], name: WritableName): string | null {
  return prepared.find((field) => field.name === writableFields[name].name)?.target ?? null;
}

async function planOrWrite(work: Work): Promise<WriteBackResult> {
  const plan = await describePlan(work);
  if (work.request.dryRun || plan.accounts.changed === 0)
    return { ...plan, state: work.request.dryRun ? 'planned' : 'done' };
  const { workspace, connection } = work;
  const startedAt = nowOf(workspace);
  const run = await workspace.store.startSync({ connection: connection.name, kind: 'write', startedAt });
  if (run === null) throw new BestfitError('sync.running', { connection: connection.name, startedAt });
  try {
    return await writeAll(work, { run, plan });
  } catch (error) {
    const end = { endedAt: nowOf(workspace), result: null, error: toProblem(error), streams: {} };
    await workspace.store.endSync(run.id, { ...end, state: 'failed' }).catch(() => undefined);
    throw error;
  }
}

async function describePlan(work: Work): Promise<WriteBackResult> {
  const { workspace, request, connection, names, prepared, parts, opened } = work;
  const { engine } = workspace;
  const [counts] = await engine.rows(countPlan(parts));
  const [unfound] = await engine.rows(countUnfound(parts));
  const found = Number(counts?.found ?? 0);
  const changed = Number(counts?.changed ?? 0);
  const first = await engine.rows({ ...writePlan(parts), limit: shownChanges });
  return {
    kind: 'write-back',
    connection: connection.name,
    connector: connection.connector.name,
    dryRun: request.dryRun,
    state: 'planned',
    fields: names,
    missing: prepared
      .filter(({ state, target }) => state === 'missing' || target === null)
      .map(({ name, remedy }) => ({
        field: names.find((each) => writableFields[each].name === name) ?? name,
        state:
          connection.connector.capabilities.createsFields && request.dryRun
            ? ('to-create' as const)
            : ('missing' as const),
        remedy,
      })),
    accounts: {
      scored: found + Number(unfound?.lost ?? 0),
      found,
      unchanged: found - Number(counts?.listed_changed ?? 0),
      changed,
    },
    written: 0,
    failed: { total: 0, first: [] },
    left: changed,
    budget: budgetOf(opened, connection, changed),
    first: first.map((row) => ({
      id: String(row.id),
      name: row.name === null ? null : String(row.name),
      changes: changesOf(row, names),
    })),
  };
}

function changesOf(row: Row, names: readonly WritableName[]) {
  const text = (value: Row[string] | undefined) => (typeof value === 'string' ? value : null);
  return names.flatMap((field, at) => {
    const [from, to] = [text(row[currentColumn(at)]), text(row[desiredColumn(at)])];
    return from === to ? [] : [{ field, from, to }];
  });
}

function budgetOf({ source }: OpenedSource, { choices }: KnownConnection, records: number) {
  const { used, limit, unit, resetsAt } = source.usage();
  const cost = source.costOfWrite(records);
  const share = choices.budgetShare;
  return { unit, cost, used, limit, share, days: daysFor(cost, { used, limit, share }), resetsAt };
}

/** Days that a cost takes, today included; null when nobody knows the budget. */
function daysFor(
  cost: number,
  { used, limit, share }: { readonly used: number; readonly limit: number | null; readonly share: number },
): number | null {
  if (limit === null || limit * share < 1) return null;
  const day = limit * share;
  const today = Math.max(0, day - used);
  return cost <= today ? 1 : 1 + Math.ceil((cost - today) / day);
}

interface Writing {
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

async function writeAll(work: Work, { run, plan }: Writing): Promise<WriteBackResult> {
  const { workspace, connection, request, parts } = work;
  const size = connection.connector.capabilities.writeBatch;
  const tally: Tally = {
    rows: [],
    files: work.earlier,
    failures: [],
    failed: 0,
    written: 0,
    spent: false,
    keptAt: Date.now(),
  };
  let batch: Row[] = [];
  const send = async () => {
    if (batch.length > 0 && !tally.spent) await writeBatch(work, tally, batch);
    batch = [];
    const done = tally.written + tally.failed;
    request.onProgress(
      workEvent('writing-back', {
        subject: connection.name,
        count: done,
        share: done / plan.accounts.changed,
      }),
    );
    if (Date.now() - tally.keptAt > KEEP_AFTER || tally.rows.length >= KEEP_ROWS)
      await keep(work, run, tally);
  };
  for await (const rows of workspace.engine.stream(writePlan(parts))) {
    for (const row of rows) {
      batch.push(row);
      if (batch.length === size) await send();
      if (tally.spent) break;
    }
    if (tally.spent) break;
  }
  await send();
  await keep(work, run, tally);
  return endWrite(work, { run, plan, tally });
}

async function writeBatch(
  { opened, names, prepared }: Work,
  tally: Tally,
  batch: readonly Row[],
): Promise<void> {
  const writes = batch.map(
    (row): RecordWrite => ({ id: String(row.id), values: valuesOf(row, names, prepared) }),
  );
  try {
    const results = await opened.source.write(stream, writes);
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
async function keep(work: Work, run: SyncRun, tally: Tally): Promise<void> {
  const { workspace, names } = work;
  const rows = tally.rows.splice(0);
  const at = nowOf(workspace);
  tally.files = await keepWritten(workspace, { rows, files: tally.files, names, at });
  tally.keptAt = Date.now();
  const value = { names, files: tally.files };
  await workspace.store.checkpointSync(run.id, { value, files: tally.files });
}

async function endWrite(
  { workspace, connection, names, opened }: Work,
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
    endedAt: nowOf(workspace),
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

function nowOf({ sources }: Workspace): string {
  return new Date(sources.now()).toISOString();
}
