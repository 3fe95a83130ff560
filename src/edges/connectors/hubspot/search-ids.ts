import type { Client } from '../client/index.ts';
import type { StreamName } from '../records/index.ts';
import { askHubspot } from './ask-hubspot.ts';
import { searchSchema } from './hubspot-answers.ts';
import { hubspotFacts } from './hubspot-facts.ts';
import { hubspotPath } from './hubspot-path.ts';
import { hubspotStream } from './hubspot-streams.ts';
import { idsInOrder } from './ids-in-order.ts';

/** Records of a stream that changed within a time; both ends are included, in milliseconds since 1970. */
export interface SearchWish {
  readonly stream: StreamName;
  readonly since: number;
  readonly until: number;
  /** Only ids beyond this one. */
  readonly after: string | null;
}

/** Ids in order, and how many there are beyond `after`. */
export interface FoundIds {
  readonly ids: readonly string[];
  readonly total: number;
}

/**
 * Finds what changed, by id. Each page is a search of its own that begins beyond the last id: HubSpot shows no more than
 * 10,000 of one search, and what changes meanwhile shifts nothing. Values are not asked for: a search knows old ones.
 */
export async function searchIds(client: Client, wish: SearchWish): Promise<FoundIds> {
  const { stream, since, until, after } = wish;
  const { modified } = hubspotStream(stream);
  const filters = [
    { propertyName: modified, operator: 'GTE', value: String(since) },
    { propertyName: modified, operator: 'LTE', value: String(until) },
    ...(after === null ? [] : [{ propertyName: 'hs_object_id', operator: 'GT', value: after }]),
  ];
  const { results, total } = await askHubspot(client, searchSchema, {
    method: 'POST',
    path: hubspotPath('crm/objects', `${stream}/search`),
    body: {
      filterGroups: [{ filters }],
      sorts: [{ propertyName: 'hs_object_id', direction: 'ASCENDING' }],
      properties: ['hs_object_id'],
      limit: hubspotFacts.searchPage,
    },
    limits: ['search'],
    repeatable: true,
  });
  return { ids: idsInOrder(results, after), total };
}
