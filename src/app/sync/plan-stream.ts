import type { RecordConnector, SourceField } from '../../edges/connectors/index.ts';
import {
  type MirrorShape,
  type StreamProgress,
  type StreamState,
  type SyncCheckpoint,
  sinceOf,
} from '../../stages/sync/index.ts';
import type { ConnectionChoices } from './types.ts';

/** What decides how a stream is read. */
export interface StreamPlanning {
  readonly stream: string;
  readonly connector: RecordConnector;
  readonly choices: ConnectionChoices;
  readonly fields: readonly SourceField[];
  /** Names of the fields that Bestfit writes, as the source has them. */
  readonly written: readonly string[];
  readonly before: StreamState | null;
  /** How far a run came that did not end; null when there is none. */
  readonly checkpoint: SyncCheckpoint | null;
  readonly full: boolean;
  /** Now, ISO 8601. */
  readonly at: string;
}

/** A run that did not end is gone on from for so long; later its cursors may be gone. */
const CHECKPOINT_DAYS = 3;
const dayMs = 24 * 60 * 60_000;

/** How a stream is read: on from where a run broke off, what changed since the bookmark, or everything. */
export function planStream(planning: StreamPlanning): StreamProgress {
  const { stream, connector, before, checkpoint, at, full } = planning;
  const shape = shapeOf(planning);
  const broken = checkpoint?.streams.find((each) => each.stream === stream) ?? null;
  if (broken !== null && goesOn(broken, { shape, at, full })) return broken;
  const isKnown =
    before !== null && holds(before.shape, shape, planning.written) && !full && !isFullReadDue(planning);
  const since = isKnown && connector.capabilities.incremental ? before.bookmark : null;
  return {
    stream,
    shape,
    since: sinceOf(since, connector.overlapSeconds),
    startedAt: at,
    cursor: null,
    ended: false,
    complete: false,
    latest: null,
    rows: 0,
    pages: 0,
    deltas: [],
    history: [],
  };
}

/** Streams that the records of a stream belong to. */
const linksOf: Readonly<Record<string, readonly string[]>> = {
  deals: ['companies', 'contacts'],
  contacts: ['companies'],
};

/** Fields that are read: those by default, those that a person added, those that Bestfit writes. */
function shapeOf({ stream, fields, choices, written }: StreamPlanning): MirrorShape {
  const said = choices.fields[stream] ?? { add: [], leave: [] };
  const isRead = ({ name, byDefault }: SourceField) =>
    written.includes(name) || said.add.includes(name) || (byDefault && !said.leave.includes(name));
  return {
    fields: fields.filter(isRead).map(({ name }) => name),
    links: linksOf[stream] ?? [],
  };
}

/** What was read of the same columns a short while ago is not read again. */
function goesOn(
  broken: StreamProgress,
  { shape, at, full }: { readonly shape: MirrorShape; readonly at: string; readonly full: boolean },
): boolean {
  const isYoung = Date.parse(at) - Date.parse(broken.startedAt) < CHECKPOINT_DAYS * dayMs;
  return isYoung && isSame(broken.shape, shape) && (!full || broken.since === null);
}

/** A mirror needs no full read for fields that Bestfit itself made since: who has a value there was changed. */
function holds(mirror: MirrorShape, shape: MirrorShape, written: readonly string[]): boolean {
  const isThere = (field: string) => mirror.fields.includes(field) || written.includes(field);
  return shape.fields.every(isThere) && shape.links.every((stream) => mirror.links.includes(stream));
}

function isSame(one: MirrorShape, other: MirrorShape): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function isFullReadDue({ stream, connector, before, choices, at }: StreamPlanning): boolean {
  if (before === null || !connector.capabilities.fullReadFor.includes(stream)) return false;
  return Date.parse(at) - Date.parse(before.fullReadAt) >= choices.fullReadDays * dayMs;
}
