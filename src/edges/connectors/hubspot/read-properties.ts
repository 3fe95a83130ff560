import type { Client } from '../client/index.ts';
import type { StreamName } from '../records/index.ts';
import { askHubspot } from './ask-hubspot.ts';
import { type HubspotProperty, propertiesSchema } from './hubspot-answers.ts';
import { hubspotPath } from './hubspot-path.ts';

/** The properties of a stream as HubSpot defines them. */
export async function readProperties(
  client: Client,
  stream: StreamName,
): Promise<readonly HubspotProperty[]> {
  const { results } = await askHubspot(client, propertiesSchema, {
    method: 'GET',
    path: hubspotPath('crm/properties', stream),
    repeatable: true,
  });
  return results.filter(({ archived }) => !archived);
}
