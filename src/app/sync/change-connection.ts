import { BestfitError } from '../../base/errors/index.ts';
import type { RecordSource, SourceField, SourceStage } from '../../edges/connectors/index.ts';
import type { Workspace } from '../workspace.ts';
import { findConnection, type KnownConnection, saveKnown } from './find-connection.ts';
import { knownStreams } from './known-streams.ts';
import { momentOf } from './moment-of.ts';
import { nextSync } from './next-sync.ts';
import { openSource } from './open-source.ts';
import { refuseUnknownOptions } from './refuse-unknown-options.ts';
import type { ConnectionChoices, Schedule, StageOutcome } from './types.ts';
import { writableFields } from './write-fields.ts';

/** What to change of a connection; null leaves a thing as it is. */
export interface ChangeConnection {
  readonly connection: string | null;
  readonly streams: readonly string[] | null;
  /** By stream: fields to read beside those read by default. */
  readonly addFields: Readonly<Record<string, readonly string[]>>;
  readonly leaveFields: Readonly<Record<string, readonly string[]>>;
  /** By label or id of the stage; null takes a decision back. */
  readonly outcomes: Readonly<Record<string, StageOutcome | null>>;
  readonly write: readonly string[] | null;
  readonly budgetShare: number | null;
  /** `off` ends it. */
  readonly schedule: Omit<Schedule, 'since'> | 'off' | null;
  readonly fullReadDays: number | null;
  readonly options: Readonly<Record<string, string>>;
}

/** A change of nothing. */
const nothing: Omit<ChangeConnection, 'connection'> = {
  streams: null,
  addFields: {},
  leaveFields: {},
  outcomes: {},
  write: null,
  budgetShare: null,
  schedule: null,
  fullReadDays: null,
  options: {},
};

/** Changes what a person set of a connection, and leaves what is not named; fields and stages are looked up where they are. */
export async function changeConnection(
  workspace: Workspace,
  asked: Pick<ChangeConnection, 'connection'> & Partial<ChangeConnection>,
): Promise<KnownConnection> {
  const change = { ...nothing, ...asked };
  const connection = await findConnection(workspace, change.connection);
  const changed = { ...connection, choices: await changedChoices(workspace, connection, change) };
  await saveKnown(workspace, changed);
  return changed;
}

async function changedChoices(
  workspace: Workspace,
  connection: KnownConnection,
  change: ChangeConnection,
): Promise<ConnectionChoices> {
  const { choices, connector } = connection;
  refuseUnknownOptions(connector, change.options);
  refuseUnknownWrite(connection, change.write);
  const { source } = openSource(workspace, connection, { onProgress: () => undefined });
  await refuseUnknownStreams(connection, change, source);
  const stages = Object.keys(change.outcomes).length > 0 ? await source.stages() : [];
  const fields = { ...choices.fields, ...(await changedFields(connection, change, source)) };
  return {
    ...choices,
    fields,
    streams: change.streams ?? choices.streams,
    outcomes: withOutcomes(choices.outcomes, stages, change.outcomes),
    write: change.write ?? choices.write,
    budgetShare: change.budgetShare ?? choices.budgetShare,
    schedule: scheduleOf(workspace, choices, change.schedule),
    fullReadDays: change.fullReadDays ?? choices.fullReadDays,
    options: { ...choices.options, ...change.options },
  };
}

async function changedFields(
  { choices }: KnownConnection,
  { addFields, leaveFields }: ChangeConnection,
  source: RecordSource,
): Promise<ConnectionChoices['fields']> {
  const changed: Record<string, ConnectionChoices['fields'][string]> = {};
  for (const stream of new Set([...Object.keys(addFields), ...Object.keys(leaveFields)])) {
    const said = choices.fields[stream] ?? { add: [], leave: [] };
    const known = await source.fields(stream);
    const add = namesOf(known, stream, addFields[stream]);
    const leave = namesOf(known, stream, leaveFields[stream]);
    changed[stream] = {
      add: withNames(without(said.add, leave), add),
      leave: withNames(without(said.leave, add), leave),
    };
  }
  return changed;
}

function scheduleOf(
  workspace: Workspace,
  { schedule }: ConnectionChoices,
  asked: ChangeConnection['schedule'],
): Schedule | null {
  if (asked === null) return schedule;
  if (asked === 'off') return null;
  const since = momentOf(workspace);
  nextSync(asked, since);
  return { ...asked, since };
}

async function refuseUnknownStreams(
  { name, connector }: KnownConnection,
  { streams, addFields, leaveFields }: ChangeConnection,
  source: RecordSource,
): Promise<void> {
  const named = [...(streams ?? []), ...Object.keys(addFields), ...Object.keys(leaveFields)];
  if (named.length === 0) return;
  const known = await knownStreams(connector, source);
  const stream = named.find((each) => !known.includes(each));
  if (stream !== undefined)
    throw new BestfitError('sync.unknown-stream', { connection: name, stream, known });
}

function refuseUnknownWrite({ name, connector }: KnownConnection, write: ChangeConnection['write']): void {
  if (write === null || write.length === 0) return;
  const { writeBatch, skips } = connector.capabilities;
  if (writeBatch === 0)
    throw new BestfitError('sync.only-read', {
      connection: name,
      why: skips.writeBatch ?? 'it is only read.',
    });
  const unknown = write.find((each) => !Object.hasOwn(writableFields, each));
  if (unknown === undefined) return;
  const expected = `some of ${Object.keys(writableFields).join(', ')}`;
  throw new BestfitError('usage.bad-option', { option: '--write', value: unknown, expected });
}

function namesOf(
  known: readonly SourceField[],
  stream: string,
  asked: readonly string[] = [],
): readonly string[] {
  return asked.map((text) => {
    const found = known.find(({ name, label }) => name === text || label === text);
    if (found !== undefined) return found.name;
    const near = known.filter(({ label }) => label.toLowerCase().includes(text.toLowerCase()));
    throw new BestfitError('sync.unknown-field', {
      stream,
      field: text,
      near: near.slice(0, 5).map(({ label }) => label),
    });
  });
}

function withNames(before: readonly string[], more: readonly string[]): readonly string[] {
  return [...new Set([...before, ...more])];
}

/** What was said last holds. */
function without(before: readonly string[], taken: readonly string[]): readonly string[] {
  return before.filter((name) => !taken.includes(name));
}

function withOutcomes(
  before: ConnectionChoices['outcomes'],
  stages: readonly SourceStage[],
  said: ChangeConnection['outcomes'],
): ConnectionChoices['outcomes'] {
  const outcomes = new Map(Object.entries(before));
  for (const [text, means] of Object.entries(said)) {
    const found = stages.filter(({ id, label }) => id === text || label === text);
    if (found.length === 0) {
      const known = stages.map(({ label }) => label);
      throw new BestfitError('sync.unknown-stage', { stage: text, known });
    }
    for (const { id } of found)
      if (means === null) outcomes.delete(id);
      else outcomes.set(id, means);
  }
  return Object.fromEntries(outcomes);
}
