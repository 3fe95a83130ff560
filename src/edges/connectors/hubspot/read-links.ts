import { BestfitError } from '../../../base/errors/index.ts';
import type { Client } from '../client/index.ts';
import type { SourceRecord, StreamName } from '../records/index.ts';
import { askHubspot } from './ask-hubspot.ts';
import { type HubspotProblem, linksSchema } from './hubspot-answers.ts';
import { hubspotFacts } from './hubspot-facts.ts';
import { hubspotPath } from './hubspot-path.ts';
import { nextPage } from './next-page.ts';

/** Links of records by their ids. An id that HubSpot does not speak of has none; one that it refuses is missing. */
export type LinksById = ReadonlyMap<string, SourceRecord['links']>;

/** Which links to read: from one stream to others. */
export interface LinkWish {
  readonly from: StreamName;
  readonly to: readonly StreamName[];
}

/** Reads what records are linked to, 1,000 at once; the primary one of several comes first. */
export async function readLinks(
  client: Client,
  { from, to }: LinkWish,
  ids: readonly string[],
): Promise<LinksById> {
  const links = new Map<string, Record<string, readonly string[]>>(ids.map((id) => [id, {}]));
  for (const stream of to) {
    const found = await readLinksTo({ client, from, to: stream }, ids);
    for (const id of ids) {
      const targets = found.get(id);
      if (targets === undefined) links.delete(id);
      else if (links.has(id)) links.set(id, { ...links.get(id), [stream]: targets });
    }
  }
  return links;
}

interface Direction {
  readonly client: Client;
  readonly from: StreamName;
  readonly to: StreamName;
}

/** Targets of each id; records with more than a page of them are asked again for the rest. */
async function readLinksTo(
  { client, from, to }: Direction,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const found = new Map<string, readonly string[]>(ids.map((id) => [id, []]));
  let queue: { readonly id: string; readonly after?: string }[] = ids.map((id) => ({ id }));
  while (queue.length > 0) {
    const inputs = queue.slice(0, hubspotFacts.linkBatch);
    const asked = new Map(inputs.map(({ id, after }) => [id, after]));
    const { results, errors } = await askHubspot(client, linksSchema, {
      method: 'POST',
      path: hubspotPath('crm/associations', `${from}/${to}/batch/read`),
      body: { inputs },
      repeatable: true,
    });
    for (const id of refusedIds(errors)) found.delete(id);
    const rest: typeof queue = [];
    for (const result of results) {
      const { id } = result.from;
      found.set(id, [...new Set([...(found.get(id) ?? []), ...primaryFirst(result.to)])]);
      const after = nextPage(result.paging, asked.get(id) ?? null);
      if (after !== null) rest.push({ id, after });
    }
    queue = [...queue.slice(inputs.length), ...rest];
  }
  return found;
}

function primaryFirst(
  to: readonly {
    readonly toObjectId: string;
    readonly associationTypes: readonly { readonly label: string | null }[];
  }[],
): readonly string[] {
  const isPrimary = (types: readonly { readonly label: string | null }[]): boolean =>
    types.some(({ label }) => label === 'Primary');
  const primary = to.filter(({ associationTypes }) => isPrimary(associationTypes));
  const others = to.filter(({ associationTypes }) => !isPrimary(associationTypes));
  return [...primary, ...others].map(({ toObjectId }) => toObjectId);
}

/** Having no associations is told as an error too; any other one leaves the ids it names unread. */
function refusedIds(errors: readonly HubspotProblem[]): readonly string[] {
  return errors
    .filter(({ subCategory }) => subCategory !== 'crm.associations.NO_ASSOCIATIONS_FOUND')
    .flatMap(({ category, message, context = {} }) => {
      const ids = context.fromObjectId ?? context.id ?? context.ids ?? [];
      if (ids.length > 0) return ids;
      const code = category ?? 'ERROR';
      throw new BestfitError('connection.refused', { vendor: 'HubSpot', status: 207, code, message });
    });
}
