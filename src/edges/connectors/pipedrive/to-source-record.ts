import type { SourceRecord } from '../records/index.ts';
import type { PipedriveRecord } from './pipedrive-record.ts';
import type { PipedriveStream } from './pipedrive-streams.ts';
import { valueText } from './value-text.ts';

const linkFields = { companies: 'org_id', contacts: 'person_id' } as const;
const linksOf: Readonly<Record<PipedriveStream['name'], readonly (keyof typeof linkFields)[]>> = {
  companies: [],
  deals: ['companies', 'contacts'],
  contacts: ['companies'],
};

/** A record in the words of the contract, with the values of some fields. */
export function toSourceRecord(
  stream: PipedriveStream,
  record: PipedriveRecord,
  fields: readonly string[],
): SourceRecord {
  const links = linksOf[stream.name].map((to) => {
    const id = valueText(record, linkFields[to]);
    return [to, id === null ? [] : [id]] as const;
  });
  return {
    id: String(record.id),
    modifiedAt: record.update_time || null,
    values: Object.fromEntries(fields.map((name) => [name, valueText(record, name)])),
    links: Object.fromEntries(links),
  };
}
