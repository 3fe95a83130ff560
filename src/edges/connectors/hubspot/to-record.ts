import type { GoneRecord, SourceRecord, StageEntry, StreamName } from '../records/index.ts';
import type { HubspotObject } from './hubspot-answers.ts';
import { hubspotStream } from './hubspot-streams.ts';

/** What of a stream is asked for. */
export interface RecordWish {
  readonly stream: StreamName;
  readonly fields: readonly string[];
}

/** The ids of what was merged into a record. */
export const mergedProperty = 'hs_merged_object_ids';

/** A record in Bestfit's shape; `links` null: those of the answer itself. Empty values are null. */
export function toRecord(
  { stream, fields }: RecordWish,
  object: HubspotObject,
  links: SourceRecord['links'],
): SourceRecord {
  const { id, properties, updatedAt } = object;
  const values = fields.map((name) => [name, properties[name] || null] as const);
  const modifiedAt = properties[hubspotStream(stream).modified] ?? updatedAt ?? null;
  return { id, modifiedAt, values: Object.fromEntries(values), links };
}

/** The records that are gone because they were merged into this one: both old ones, for HubSpot makes a new one. */
export function mergedInto({ id, properties }: HubspotObject): readonly GoneRecord[] {
  const ids = (properties[mergedProperty] ?? '').split(';').map((each) => each.trim());
  return ids
    .filter((each) => each !== '' && each !== id)
    .map((each) => ({ id: each, how: 'merged', into: id }));
}

/** When a deal entered each stage, oldest first; a stage that was set anew while it was on is entered once. */
export function stageEntries({ stream }: RecordWish, object: HubspotObject): readonly StageEntry[] {
  const { history } = hubspotStream(stream);
  const past = history === null ? [] : (object.propertiesWithHistory?.[history] ?? []);
  const ordered = past
    .map(({ value, timestamp }) => ({ stage: value ?? '', at: timestamp, ms: Date.parse(timestamp) }))
    .sort((a, b) => a.ms - b.ms);
  return ordered
    .filter(({ stage }, i) => stage !== '' && stage !== ordered[i - 1]?.stage)
    .map(({ stage, at }) => ({ deal: object.id, stage, at }));
}

/** The properties to ask for: those wished, the date of the last change, and what was merged into the record. */
export function askedProperties({ stream, fields }: RecordWish): readonly string[] {
  return [...new Set([...fields, hubspotStream(stream).modified, mergedProperty])];
}

/** The property whose history is asked for, when it is among the fields; none else. */
export function askedHistory({ stream, fields }: RecordWish): readonly string[] {
  const { history } = hubspotStream(stream);
  return history !== null && fields.includes(history) ? [history] : [];
}
