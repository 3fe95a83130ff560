import type { Client } from '../client/index.ts';
import type { GoneRecord, ReadRequest, RecordPage, StreamName } from '../records/index.ts';
import { askHubspot } from './ask-hubspot.ts';
import { type HubspotObject, objectListSchema } from './hubspot-answers.ts';
import { hubspotFacts } from './hubspot-facts.ts';
import { hubspotPath } from './hubspot-path.ts';
import { hubspotStream } from './hubspot-streams.ts';
import { listPage } from './list-page.ts';
import { mergedInto } from './merged-into.ts';
import { nextPage } from './next-page.ts';
import { readBatch } from './read-batch.ts';
import { type CursorOf, parseCursor, type ReadCursor, writeCursor } from './read-cursor.ts';
import { type LinksById, type LinkWish, readLinks } from './read-links.ts';
import { searchIds } from './search-ids.ts';
import { stageEntries } from './stage-entries.ts';
import { toRecord } from './to-record.ts';

/** A page as it is built: `next` still a cursor. */
interface Page extends Omit<Partial<RecordPage>, 'next'> {
  readonly next: ReadCursor | null;
}

interface Reading {
  readonly client: Client;
  readonly request: ReadRequest;
}

/**
 * Reads one page. All records: HubSpot's lists. What changed since a moment: searches for the ids, batches for the
 * records, then the archived ones, then the links of every record that is known, for a change of a link moves no date.
 */
export async function readPage(client: Client, request: ReadRequest, now: number): Promise<RecordPage> {
  const cursor = (request.cursor === null ? null : parseCursor(request.cursor)) ?? beginning(request, now);
  const page = await readPhase({ client, request }, cursor);
  return {
    records: [],
    gone: [],
    relinked: [],
    history: [],
    done: null,
    complete: false,
    ...page,
    next: writeCursor(page.next),
  };
}

function beginning({ since }: ReadRequest, now: number): ReadCursor {
  if (since === null) return { phase: 'list', after: null };
  return { phase: 'changes', until: now, after: null, seen: 0, total: null };
}

function readPhase(reading: Reading, cursor: ReadCursor): Promise<Page> {
  switch (cursor.phase) {
    case 'list':
      return readList(reading, cursor);
    case 'changes':
      return readChanges(reading, cursor);
    case 'archived':
      return readArchived(reading, cursor);
    case 'links':
      return readKnownLinks(reading, cursor);
  }
}

/** Everything that is there comes, so that what does not come is gone: archived records need no list of their own. */
async function readList({ client, request }: Reading, { after }: CursorOf<'list'>): Promise<Page> {
  const { objects, links, after: next } = await listPage(client, request, after);
  const read = fromObjects(request, objects, links);
  if (next === null) return { ...read, next: null, done: 1, complete: true };
  return { ...read, next: { phase: 'list', after: next } };
}

/** So many changed records make one page: as many as one request for links reads. */
async function readChanges({ client, request }: Reading, cursor: CursorOf<'changes'>): Promise<Page> {
  const { stream } = request;
  const since = Date.parse(request.since ?? '');
  const ids: string[] = [];
  let after = cursor.after;
  let left = true;
  let total = cursor.total;
  while (left && ids.length < hubspotFacts.linkBatch) {
    const found = await searchIds(client, { stream, since, until: cursor.until, after });
    total ??= found.total;
    ids.push(...found.ids);
    after = found.ids.at(-1) ?? after;
    left = found.ids.length > 0 && found.ids.length < found.total;
  }
  const objects = await readBatch(client, request, ids);
  const changed = objects.map(({ id }) => id);
  const read = fromObjects(request, objects, await readLinks(client, linkWish(stream), changed));
  const seen = cursor.seen + ids.length;
  if (!left) return { ...read, next: { phase: 'archived', after: null } };
  const done = total === null || total === 0 ? null : Math.min(1, seen / total);
  return { ...read, done, next: { ...cursor, after, seen, total } };
}

/** Archived records are in the order of their ids, not of their dates: all of them are looked at, 100 a request. */
async function readArchived({ client, request }: Reading, { after }: CursorOf<'archived'>): Promise<Page> {
  const { results, paging } = await askHubspot(client, objectListSchema, {
    method: 'GET',
    path: hubspotPath('crm/objects', request.stream),
    query: {
      limit: String(hubspotFacts.listPage),
      properties: 'hs_object_id',
      archived: 'true',
      ...(after === null ? {} : { after }),
    },
    repeatable: true,
  });
  const since = Date.parse(request.since ?? '');
  const gone = results
    .filter(({ archivedAt }) => archivedAt === undefined || !(Date.parse(archivedAt) < since))
    .map(({ id }): GoneRecord => ({ id, how: 'deleted', into: null }));
  const next = nextPage(paging, after);
  if (next !== null) return { gone, next: { phase: 'archived', after: next } };
  const hasLinks = hubspotStream(request.stream).links.length > 0;
  return hasLinks ? { gone, next: { phase: 'links', after: null } } : { gone, next: null, done: 1 };
}

async function readKnownLinks({ client, request }: Reading, { after }: CursorOf<'links'>): Promise<Page> {
  const ids = await request.known(after, hubspotFacts.linkBatch);
  const links = ids.length === 0 ? [] : [...(await readLinks(client, linkWish(request.stream), ids))];
  const relinked = links.map(([id, of]) => ({ id, links: of }));
  const last = ids.at(-1);
  const isLast = last === undefined || ids.length < hubspotFacts.linkBatch;
  return isLast ? { relinked, next: null, done: 1 } : { relinked, next: { phase: 'links', after: last } };
}

function linkWish(from: StreamName): LinkWish {
  return { from, to: hubspotStream(from).links };
}

function fromObjects(request: ReadRequest, objects: readonly HubspotObject[], links: LinksById) {
  return {
    records: objects.map((object) => toRecord(request, object, links.get(object.id) ?? {})),
    gone: objects.flatMap(mergedInto),
    history: objects.flatMap((object) => stageEntries(request, object)),
  };
}
