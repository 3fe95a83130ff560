import { BestfitError } from '../../base/errors/index.ts';
import type { StreamState } from '../../stages/sync/index.ts';
import { currentProfile } from '../current-card.ts';
import { withListInWords } from '../export-list.ts';
import type { Workspace } from '../workspace.ts';
import { endBroken } from './end-broken.ts';
import { findConnection } from './find-connection.ts';
import { listedValues } from './listed-values.ts';
import { loadList } from './load-list.ts';
import { type OpenedSource, openSource } from './open-source.ts';
import { describePlan, planParts } from './plan-write.ts';
import { startRun } from './start-run.ts';
import type { WriteBackRequest, WriteBackResult } from './types.ts';
import { whileSeen } from './while-seen.ts';
import { type WritableName, writableFields } from './write-fields.ts';
import { writeRecords } from './write-records.ts';
import { type WriteWork, writtenStream } from './write-work.ts';
import { writtenParts } from './written-rows.ts';

/**
 * Writes the scored list into the fields a person chose, of the companies that differ, best ranked first. Nothing is created but
 * the fields themselves, nothing is deleted. When the day's budget is used up it pauses; the next one writes what is left.
 */
export async function writeBack(workspace: Workspace, request: WriteBackRequest): Promise<WriteBackResult> {
  const connection = await findConnection(workspace, request.connection);
  const names = connection.choices.write as readonly WritableName[];
  if (names.length === 0) throw new BestfitError('sync.nothing-chosen', { connection: connection.name });
  const state = (await workspace.store.streamStates(connection.name))[writtenStream] as
    | StreamState
    | undefined;
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
      (query) =>
        loadList(workspace, list, {
          connection: connection.name,
          query: listedValues(query, names, context),
          fields: names.length,
        }),
    );
    const earlier = await writtenParts(workspace, connection.name, names);
    const canCreate = request.dryRun && connection.connector.capabilities.createsFields;
    const parts = planParts(workspace, { names, fields, prepared, state, earlier, list, canCreate });
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
  const prepared = await source.prepare(writtenStream, wanted, { create: !dryRun });
  return { prepared, fields: await source.fields(writtenStream) };
}

async function planOrWrite(work: WriteWork): Promise<WriteBackResult> {
  const plan = await describePlan(work);
  if (work.request.dryRun || plan.accounts.changed === 0)
    return { ...plan, state: work.request.dryRun ? 'planned' : 'done' };
  const { workspace, connection } = work;
  const run = await startRun(workspace, { connection: connection.name, kind: 'write' });
  try {
    return await whileSeen(workspace, run, () => writeRecords(work, { run, plan }));
  } catch (error) {
    throw await endBroken(workspace, run, error);
  }
}
