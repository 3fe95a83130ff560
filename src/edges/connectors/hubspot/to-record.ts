import type { SourceRecord } from '../records/index.ts';
import type { HubspotObject } from './hubspot-answers.ts';
import { hubspotStream } from './hubspot-streams.ts';
import type { RecordWish } from './record-wish.ts';

/** A record in Bestfit's shape, with the fields that were asked for; empty values are null. */
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
