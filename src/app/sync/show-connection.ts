import {
  call,
  column,
  eq,
  isNotNull,
  leftJoin,
  named,
  nullOf,
  parquet,
  type SqlExpr,
  type SqlRelation,
  select,
  subquery,
  values,
} from '../../base/sql/index.ts';
import type {
  AccountCheck,
  RecordConnector,
  SourceField,
  SourceStage,
  Usage,
} from '../../edges/connectors/index.ts';
import type { SyncRun } from '../../edges/store/index.ts';
import { type StreamState, stageFunnel, valueColumn } from '../../stages/sync/index.ts';
import type { Workspace } from '../workspace.ts';
import { type FieldPlace, fieldPlaces } from './field-places.ts';
import { findConnection, type KnownConnection } from './find-connection.ts';
import { knownStreams } from './known-streams.ts';
import { momentOf } from './moment-of.ts';
import { nextSyncs } from './next-sync.ts';
import { openSource } from './open-source.ts';
import { stageMeanings } from './stage-meanings.ts';
import type { ConnectionChoices, StageOutcome } from './types.ts';
import { writtenNames } from './written-names.ts';

/** One field of a stream: what it is, and whether it is read. */
export interface ShownField
  extends Pick<SourceField, 'name' | 'label' | 'header' | 'kind' | 'standard' | 'derived'> {
  readonly stream: string;
  /** Whether the next sync reads it. */
  readonly read: boolean;
  /** Written by Bestfit: always read, never imported. */
  readonly own: boolean;
  /** Where its values went at the last import; null when they were not imported. */
  readonly place: FieldPlace | null;
}

/** One stage: what it means, who said so, and how deals fare that come to it. */
export interface ShownStage extends Pick<SourceStage, 'id' | 'label' | 'pipeline' | 'place'> {
  readonly outcome: StageOutcome | null;
  readonly saidBy: 'source' | 'user' | 'nobody';
  /** Deals that ever entered it; null before the first sync. */
  readonly deals: {
    readonly entered: number;
    /** In it now. */
    readonly here: number;
    readonly won: number;
    readonly lost: number;
    readonly open: number;
  } | null;
}

/** One stream as it was last read. */
export interface ShownStream {
  readonly stream: string;
  readonly records: number;
  readonly fields: number;
  readonly bookmark: string | null;
  readonly fullReadAt: string;
}

/** A connection as a list shows it. */
export interface ConnectionSummary {
  readonly name: string;
  readonly connector: string;
  readonly label: string;
  readonly account: AccountCheck;
  readonly choices: ConnectionChoices;
  readonly usage: Usage | null;
  /** When the schedule comes next, ISO 8601; null without one. */
  readonly nextSync: string | null;
  /** When it comes the next three times. */
  readonly upcoming: readonly string[];
  readonly streams: readonly ShownStream[];
  /** Newest first. */
  readonly runs: readonly ShownRun[];
  readonly createdAt: string;
}

/** One run in the history of a connection. */
export type ShownRun = Omit<SyncRun, 'checkpoint' | 'connection'>;

/** A connection with its fields and stages, looked up where they are. */
export interface ShownConnection extends ConnectionSummary {
  readonly kind: 'connection';
  readonly capabilities: RecordConnector['capabilities'];
  readonly limits: RecordConnector['limits'];
  readonly fields: readonly ShownField[];
  readonly stages: readonly ShownStage[];
  /** How complete the history of stages is. */
  readonly stageHistory: RecordConnector['capabilities']['stageHistory'];
}

const shownRuns = 20;
const shownMoments = 3;

/** A connection with all that was decided of it. Asks the source for its fields and stages. */
export async function showConnection(workspace: Workspace, name: string | null): Promise<ShownConnection> {
  const connection = await findConnection(workspace, name);
  const { connector, choices } = connection;
  const opened = openSource(workspace, connection, { onProgress: () => undefined });
  const states = await streamStates(workspace, connection.name);
  const fields: ShownField[] = [];
  const described: Record<string, readonly SourceField[]> = {};
  const there = await knownStreams(connector, opened.source);
  for (const stream of choices.streams.filter((each) => there.includes(each))) {
    const known = await opened.source.fields(stream);
    described[stream] = known;
    const place = await fieldPlaces(workspace, connection.name, stream);
    fields.push(...known.map((field) => ({ ...shownField(connection, stream, field), place: place(field) })));
  }
  const stages = await opened.source.stages();
  const usage = await opened.saveUsage();
  return {
    kind: 'connection',
    ...(await summarize(workspace, { ...connection, usage })),
    capabilities: connector.capabilities,
    limits: connector.limits,
    fields,
    stages: await shownStages(workspace, {
      connection,
      stages,
      fields: described.deals ?? [],
      deals: states.deals,
    }),
    stageHistory: connector.capabilities.stageHistory,
  };
}

/** What is known of a connection without asking it. */
export async function summarize(
  workspace: Workspace,
  connection: KnownConnection,
): Promise<ConnectionSummary> {
  const { name, connector, account, choices, usage, createdAt } = connection;
  const states = await streamStates(workspace, name);
  const runs = await workspace.store.syncs(name, shownRuns);
  const { schedule } = choices;
  const after = momentOf(workspace);
  const upcoming = schedule === null ? [] : nextSyncs(schedule, { after, count: shownMoments });
  return {
    name,
    connector: connector.name,
    label: connector.label,
    account,
    choices,
    usage,
    nextSync: upcoming[0] ?? null,
    upcoming,
    streams: connection.choices.streams.flatMap((stream) => {
      const state = states[stream];
      return state === undefined ? [] : [shownStream(stream, state)];
    }),
    runs: runs.map(shownRun),
    createdAt,
  };
}

function shownRun({ id, kind, state, startedAt, endedAt, result, error }: SyncRun): ShownRun {
  return { id, kind, state, startedAt, endedAt, result, error };
}

async function streamStates(
  { store }: Workspace,
  name: string,
): Promise<Readonly<Record<string, StreamState>>> {
  return (await store.streamStates(name)) as Readonly<Record<string, StreamState>>;
}

function shownStream(stream: string, { mirror, shape, bookmark, fullReadAt }: StreamState): ShownStream {
  return { stream, records: mirror.rows, fields: shape.fields.length, bookmark, fullReadAt };
}

function shownField(
  { choices }: KnownConnection,
  stream: string,
  field: SourceField,
): Omit<ShownField, 'place'> {
  const { name, label, header, kind, standard, derived, byDefault } = field;
  const said = choices.fields[stream] ?? { add: [], leave: [] };
  const own = writtenNames([field]).length > 0;
  const read = own || said.add.includes(name) || (byDefault && !said.leave.includes(name));
  return { stream, name, label, header, kind, standard, derived, read, own };
}

interface StageParts {
  readonly connection: KnownConnection;
  readonly stages: readonly SourceStage[];
  /** Of deals. */
  readonly fields: readonly SourceField[];
  readonly deals: StreamState | undefined;
}

async function shownStages(workspace: Workspace, parts: StageParts): Promise<readonly ShownStage[]> {
  const { connection, stages } = parts;
  const counts = await countStages(workspace, parts);
  return stages.map(({ id, label, pipeline, place, outcome }) => {
    const said = connection.choices.outcomes[id] ?? null;
    return {
      id,
      label,
      pipeline,
      place,
      outcome: said ?? outcome,
      saidBy:
        said !== null ? ('user' as const) : outcome === null ? ('nobody' as const) : ('source' as const),
      deals: counts === null ? null : (counts.get(id) ?? { entered: 0, here: 0, won: 0, lost: 0, open: 0 }),
    };
  });
}

async function countStages(workspace: Workspace, parts: StageParts) {
  const deals = dealsOf(workspace, parts);
  if (deals === null) return null;
  const { history } = parts.deals!;
  const entries = history === null ? deals : parquet(workspace.store.filePath(history));
  const rows = await workspace.engine.rows(stageFunnel({ history: entries, deals }));
  const of = (row: (typeof rows)[number], name: string) => Number(row[name] ?? 0);
  return new Map(
    rows.map((row) => [
      String(row.stage),
      {
        entered: of(row, 'entered'),
        here: of(row, 'here'),
        won: of(row, 'won'),
        lost: of(row, 'lost'),
        open: of(row, 'open'),
      },
    ]),
  );
}

/** Deals with the stage they are in and how they stand: by a field that says it, else by what the stage means. */
function dealsOf({ store }: Workspace, parts: StageParts): SqlRelation | null {
  const { connection, stages, deals } = parts;
  const stage = fieldValue(parts, 'stage');
  if (deals === undefined || stage === null || stages.length === 0) return null;
  const means = [...stageMeanings(stages, connection.choices)];
  const mirror = parquet(store.filePath(deals.mirror), 'm');
  const columns = ['stage', 'means'].map((name) => ({ name, type: 'text' as const }));
  const byStage = means.length === 0 ? nullOf('text') : column('means', 's');
  const said = fieldValue(parts, 'outcome');
  const outcome = said === null ? byStage : call('coalesce', said, byStage);
  return subquery(
    select({
      columns: [named(column('id', 'm'), 'deal'), named(stage, 'stage'), named(outcome, 'outcome')],
      from:
        means.length === 0
          ? mirror
          : leftJoin(mirror, values(columns, means, 's'), eq(stage, column('stage', 's'))),
      where: isNotNull(stage),
    }),
    'd',
  );
}

/** The column of the mirror that holds the field of a kind; null when none is read. */
function fieldValue({ fields, deals }: StageParts, kind: 'stage' | 'outcome'): SqlExpr | null {
  const field = fields.find((each) => each.kind === kind);
  const place = field === undefined ? -1 : (deals?.shape.fields.indexOf(field.name) ?? -1);
  return place === -1 ? null : column(valueColumn(place), 'm');
}
