import { z } from 'zod';
import { BestfitError } from '../../../base/errors/index.ts';
import type { Client } from '../client/index.ts';
import type { AccountCheck } from '../records/index.ts';
import { pipedriveCosts } from './pipedrive-settings.ts';
import { type PipedriveStream, pipedriveStreams } from './pipedrive-streams.ts';
import { readOne } from './read-list.ts';

const me = z.looseObject({
  name: z.string().nullish(),
  company_name: z.string().nullish(),
  company_domain: z.string().nullish(),
  default_currency: z.string().nullish(),
});

/**
 * Asks who the token belongs to and for one record of each stream. Pipedrive does not say beforehand what may be
 * written: what can be read counts as writable, and a refused write says so by record.
 */
export async function checkAccount(client: Client): Promise<AccountCheck> {
  const path = '/api/v1/users/me';
  const answer = await client.send({ method: 'GET', path, cost: pipedriveCosts.me, repeatable: true });
  const {
    name,
    company_name: company,
    company_domain: domain,
    default_currency: currency,
  } = readOne(me, answer);
  const streams: AccountCheck['streams'][number][] = [];
  for (const stream of pipedriveStreams) streams.push(await checkStream(client, stream));
  const called = company || domain || 'Pipedrive';
  return {
    account: domain && domain !== called ? `${called} (${domain})` : name ? `${called} (${name})` : called,
    currency: currency || null,
    streams,
    usage: client.usage(),
  };
}

async function checkStream(
  client: Client,
  { name, path }: PipedriveStream,
): Promise<AccountCheck['streams'][number]> {
  const state = (missing: string | null) => ({
    stream: name,
    readable: missing === null,
    writable: missing === null,
    missing,
    records: null,
  });
  try {
    await client.send({
      method: 'GET',
      path,
      query: { limit: '1' },
      cost: pipedriveCosts.list,
      repeatable: true,
    });
    return state(null);
  } catch (error) {
    if (!(error instanceof BestfitError) || error.code !== 'connection.forbidden') throw error;
    return state((error.params as { readonly missing: string }).missing);
  }
}
