import type { Client } from '../client/index.ts';
import type { AccountCheck, StreamName } from '../records/index.ts';
import { askHubspot } from './ask-hubspot.ts';
import { accountSchema, refusalSchema, searchSchema } from './hubspot-answers.ts';
import { hubspotPath } from './hubspot-path.ts';
import { missingScopes } from './missing-scopes.ts';
import { readReply } from './read-reply.ts';

/**
 * Asks for the account and counts each stream: four requests. HubSpot tells whether a token may write only when it does:
 * what may be read counts as writable until then.
 */
export async function checkAccount(client: Client, streams: readonly StreamName[]): Promise<AccountCheck> {
  const { portalId, companyCurrency } = await askHubspot(client, accountSchema, {
    method: 'GET',
    path: hubspotPath('account-info', 'details'),
    repeatable: true,
  });
  const checked: AccountCheck['streams'][number][] = [];
  for (const stream of streams) checked.push(await checkStream(client, stream));
  return {
    account: `HubSpot (portal ${portalId})`,
    currency: companyCurrency ?? null,
    streams: checked,
    usage: client.usage(),
  };
}

async function checkStream(client: Client, stream: StreamName): Promise<AccountCheck['streams'][number]> {
  const path = hubspotPath('crm/objects', `${stream}/search`);
  const { status, body } = await client.send({
    method: 'POST',
    path,
    body: { properties: ['hs_object_id'], limit: 1 },
    limits: ['search'],
    repeatable: true,
    alsoFine: [403],
  });
  if (status === 403) {
    const { message } = readReply(refusalSchema, { status, body, path });
    const missing = missingScopes(body) ?? message;
    return { stream, readable: false, writable: false, missing, records: null };
  }
  const { total } = readReply(searchSchema, { status, body, path });
  return { stream, readable: true, writable: true, missing: null, records: total };
}
