import type { AccountCheck } from '../records/index.ts';
import type { Org } from './org.ts';
import { queryAllPages } from './query-page.ts';
import { isRefusal } from './read-refusal.ts';
import { apiPath, type StreamObject, streamObjects } from './salesforce-settings.ts';

/** What an org says of itself (Connect REST API, Organization), as far as it is used. */
interface Organization {
  readonly name?: string;
  readonly orgId?: string;
  readonly features?: { readonly multiCurrency?: boolean; readonly defaultCurrencyIsoCode?: string | null };
}

/**
 * Whether an org can be worked with: what of each object may be seen and changed, in which currency sums are that name
 * none, how many records there are. Five requests.
 */
export async function checkAccount(org: Org): Promise<AccountCheck> {
  const looked = [];
  for (const each of streamObjects) looked.push(await lookAt(org, each));
  const organization = await askGently<Organization>(org, apiPath('connect/organization'), {});
  const counts = await recordCounts(org);
  const { name, orgId, features = {} } = organization ?? {};
  const currency = features.multiCurrency === true ? await corporateCurrency(org) : null;
  return {
    account: `${name ?? new URL(org.client.origin).host}${orgId === undefined ? '' : ` (org ${orgId})`}`,
    currency: currency ?? features.defaultCurrencyIsoCode ?? null,
    streams: looked.map(({ object, ...rest }) => ({ ...rest, records: counts.get(object) ?? null })),
    usage: org.client.usage(),
  };
}

async function lookAt(org: Org, { stream, object }: StreamObject) {
  try {
    const { queryable, updateable } = await org.describe(object);
    const missing = queryable ? `Edit on ${object}` : `Read on ${object}`;
    return {
      stream,
      object,
      readable: queryable,
      writable: queryable && updateable,
      missing: queryable && updateable ? null : missing,
    };
  } catch (error) {
    if (!isRefusal(error)) throw error;
    const missing = `Read on ${object}: ${error.message}`;
    return { stream, object, readable: false, writable: false, missing };
  }
}

/** Approximate, and only for users who may see the setup (REST API Developer Guide, Record Count). */
async function recordCounts(org: Org): Promise<ReadonlyMap<string, number>> {
  const sObjects = streamObjects.map(({ object }) => object).join(',');
  const found = await askGently<{
    readonly sObjects: readonly { readonly name: string; readonly count: number }[];
  }>(org, apiPath('limits/recordCount'), { sObjects });
  return new Map(found?.sObjects.map(({ name, count }) => [name, count]));
}

/** Sums that name no currency are in the company's own. */
async function corporateCurrency({ client }: Org): Promise<string | null> {
  try {
    const [found] = await queryAllPages(client, 'SELECT IsoCode FROM CurrencyType WHERE IsCorporate = true');
    return typeof found?.IsoCode === 'string' ? found.IsoCode : null;
  } catch (error) {
    if (isRefusal(error)) return null;
    throw error;
  }
}

/** An answer that is good to have; null where the user may not ask. */
async function askGently<T>(
  { client }: Org,
  path: string,
  query: Readonly<Record<string, string>>,
): Promise<T | null> {
  try {
    return (await client.send({ method: 'GET', path, query, repeatable: true })).body as T;
  } catch (error) {
    if (isRefusal(error)) return null;
    throw error;
  }
}
