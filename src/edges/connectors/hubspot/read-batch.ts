import { BestfitError } from '../../../base/errors/index.ts';
import type { Client } from '../client/index.ts';
import { askHubspot } from './ask-hubspot.ts';
import { batchReadSchema, type HubspotObject } from './hubspot-answers.ts';
import { hubspotFacts } from './hubspot-facts.ts';
import { hubspotPath } from './hubspot-path.ts';
import { askedHistory, askedProperties, type RecordWish } from './record-wish.ts';

/**
 * Reads records by id in as few requests as HubSpot allows. One that is no more is left out; the id of a merged one
 * gives what it became, once.
 */
export async function readBatch(
  client: Client,
  wish: RecordWish,
  ids: readonly string[],
): Promise<readonly HubspotObject[]> {
  const history = askedHistory(wish);
  const size = history.length > 0 ? hubspotFacts.historyPage : hubspotFacts.batch;
  const found = new Map<string, HubspotObject>();
  for (let start = 0; start < ids.length; start += size) {
    const inputs = ids.slice(start, start + size).map((id) => ({ id }));
    const { results, errors } = await askHubspot(client, batchReadSchema, {
      method: 'POST',
      path: hubspotPath('crm/objects', `${wish.stream}/batch/read`),
      body: { properties: askedProperties(wish), propertiesWithHistory: history, inputs },
      repeatable: true,
    });
    const other = errors.find(({ category }) => category !== 'OBJECT_NOT_FOUND');
    if (other !== undefined) throw refused(other.category ?? 'ERROR', other.message);
    for (const object of results) found.set(object.id, object);
  }
  return [...found.values()];
}

/** A record that cannot be read although it is there must not be taken for one that is gone. */
function refused(code: string, message: string): BestfitError<'connection.refused'> {
  return new BestfitError('connection.refused', { vendor: 'HubSpot', status: 207, code, message });
}
