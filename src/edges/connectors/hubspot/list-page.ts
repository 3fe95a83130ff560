import type { Client } from '../client/index.ts';
import type { SourceRecord } from '../records/index.ts';
import { askHubspot } from './ask-hubspot.ts';
import { type HubspotObject, objectListSchema } from './hubspot-answers.ts';
import { hubspotFacts } from './hubspot-facts.ts';
import { hubspotPath } from './hubspot-path.ts';
import { hubspotStream } from './hubspot-streams.ts';
import { nextPage } from './next-page.ts';
import { readBatch } from './read-batch.ts';
import { type LinksById, readLinks } from './read-links.ts';
import { askedHistory, askedProperties, type RecordWish } from './record-wish.ts';

/** A page of all records of a stream with their links. */
export interface ListedPage {
  readonly objects: readonly HubspotObject[];
  readonly links: LinksById;
  /** Where the next page begins; null after the last. */
  readonly after: string | null;
}

/** Reads a page of all records that are there; one request, unless somebody's fields make its address too long. */
export async function listPage(client: Client, wish: RecordWish, after: string | null): Promise<ListedPage> {
  const history = askedHistory(wish);
  const properties = askedProperties(wish).join(',');
  const isTooLong = encodeURIComponent(properties).length > hubspotFacts.longestQuery;
  const query = isTooLong
    ? listQuery(wish, { after, properties: 'hs_object_id', history: [] })
    : listQuery(wish, { after, properties, history });
  const path = hubspotPath('crm/objects', wish.stream);
  const { results, paging } = await askHubspot(client, objectListSchema, {
    method: 'GET',
    path,
    query,
    repeatable: true,
  });
  const ids = results.map(({ id }) => id);
  const objects = isTooLong ? await readBatch(client, wish, ids) : results;
  const links = await listedLinks(client, wish, results);
  return { objects, links, after: nextPage(paging, after) };
}

interface ListQuery {
  readonly after: string | null;
  readonly properties: string;
  readonly history: readonly string[];
}

function listQuery({ stream }: RecordWish, { after, properties, history }: ListQuery) {
  const { links } = hubspotStream(stream);
  const limit = history.length > 0 ? hubspotFacts.historyPage : hubspotFacts.listPage;
  return {
    limit: String(limit),
    properties,
    ...(history.length === 0 ? {} : { propertiesWithHistory: history.join(',') }),
    ...(links.length === 0 ? {} : { associations: links.join(',') }),
    ...(after === null ? {} : { after }),
  };
}

/** Links as the list gave them; a record with more of them than the list shows is asked for all. */
async function listedLinks(
  client: Client,
  { stream }: RecordWish,
  objects: readonly HubspotObject[],
): Promise<LinksById> {
  const links = new Map(objects.map((object) => [object.id, linksOf(stream, object)]));
  const cut = objects.filter(({ associations = {} }) =>
    Object.values(associations).some(({ paging }) => paging?.next !== undefined),
  );
  if (cut.length === 0) return links;
  const whole = await readLinks(
    client,
    { from: stream, to: hubspotStream(stream).links },
    cut.map(({ id }) => id),
  );
  return new Map([...links, ...whole]);
}

/** The primary one comes first: a link without a label of its own is named `…_unlabeled` beside it. */
function linksOf(stream: string, { associations = {} }: HubspotObject): SourceRecord['links'] {
  const entries = hubspotStream(stream).links.map((to) => {
    const found = associations[to]?.results ?? [];
    const isPlain = ({ type }: { readonly type: string }): boolean => type.endsWith('_unlabeled');
    const ordered = [...found.filter((each) => !isPlain(each)), ...found.filter(isPlain)];
    return [to, [...new Set(ordered.map(({ id }) => id))]] as const;
  });
  return Object.fromEntries(entries);
}
