import { BestfitError } from '../../base/errors/index.ts';
import type { SourceField, SourceStage } from '../../edges/connectors/index.ts';
import type { Workspace } from '../workspace.ts';
import { findConnection, type KnownConnection, saveKnown } from './find-connection.ts';
import { nextSync } from './next-sync.ts';
import { openSource } from './open-source.ts';
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

/** Changes what a person set of a connection; fields and stages are looked up where they are. */
export async function changeConnection(
  workspace: Workspace,
  change: ChangeConnection,
): Promise<KnownConnection> {
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
  refuseUnknown(connection, change);
  const isAsked = asksSource(change);
  const { source } = openSource(workspace, connection, { onProgress: () => undefined });
  const stages = Object.keys(change.outcomes).length > 0 ? await source.stages() : [];
  const fields: Record<string, ConnectionChoices['fields'][string]> = { ...choices.fields };
  if (isAsked)
    for (const stream of connector.streams) {
      const said = fields[stream] ?? { add: [], leave: [] };
      const known = touches(change, stream) ? await source.fields(stream) : [];
      const add = namesOf(known, stream, change.addFields[stream]);
      const leave = namesOf(known, stream, change.leaveFields[stream]);
      fields[stream] = {
        add: withNames(without(said.add, leave), add),
        leave: withNames(without(said.leave, add), leave),
      };
    }
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

function scheduleOf(
  { sources }: Workspace,
  { schedule }: ConnectionChoices,
  asked: ChangeConnection['schedule'],
): Schedule | null {
  if (asked === null) return schedule;
  if (asked === 'off') return null;
  const since = new Date(sources.now()).toISOString();
  nextSync(asked, since);
  return { ...asked, since };
}

function asksSource({ addFields, leaveFields }: ChangeConnection): boolean {
  return Object.keys(addFields).length + Object.keys(leaveFields).length > 0;
}

function touches({ addFields, leaveFields }: ChangeConnection, stream: string): boolean {
  return addFields[stream] !== undefined || leaveFields[stream] !== undefined;
}

function refuseUnknown({ name, connector }: KnownConnection, change: ChangeConnection): void {
  const { streams, addFields, leaveFields, write } = change;
  const named = [...(streams ?? []), ...Object.keys(addFields), ...Object.keys(leaveFields)];
  const stream = named.find((each) => !connector.streams.includes(each));
  if (stream !== undefined)
    throw new BestfitError('sync.unknown-stream', { connection: name, stream, known: connector.streams });
  const unknown = write?.find((each) => !Object.hasOwn(writableFields, each));
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
