import type { GoneRecord } from '../records/index.ts';
import type { HubspotObject } from './hubspot-answers.ts';

/** The ids of what was merged into a record. */
export const mergedProperty = 'hs_merged_object_ids';

/** The records that are gone because they were merged into this one: both old ones, for HubSpot makes a new one. */
export function mergedInto({ id, properties }: HubspotObject): readonly GoneRecord[] {
  const ids = (properties[mergedProperty] ?? '').split(';').map((each) => each.trim());
  return ids
    .filter((each) => each !== '' && each !== id)
    .map((each) => ({ id: each, how: 'merged', into: id }));
}
