import { z } from 'zod';
import {
  answerJson,
  type CrmKind,
  type Route,
  type StandInAnswer,
  type StandInRequest,
} from '../shared/index.ts';
import { type HubspotAccount, kindOf } from './hubspot-account.ts';
import { comparableOf, filterSchema, filterTest, refuseFilters } from './hubspot-filters.ts';
import { type HubspotRecord, recordJson } from './hubspot-record.ts';
import { invalid } from './hubspot-refusal.ts';
import { readBody } from './read-input.ts';

const sortSchema = z.union([
  z.string(),
  z.strictObject({ propertyName: z.string(), direction: z.enum(['ASCENDING', 'DESCENDING']) }),
]);
const searchBody = z.strictObject({
  filterGroups: z.array(z.strictObject({ filters: z.array(filterSchema).min(1) })).default([]),
  sorts: z.array(sortSchema).max(1).default([]),
  properties: z.array(z.string()).default([]),
  limit: z.coerce.number().int().min(1).max(200).default(10),
  after: z.union([z.string().regex(/^\d+$/), z.number().int(), z.null()]).default('0'),
});
type SearchBody = z.infer<typeof searchBody>;

/** HubSpot shows no more of one search. */
const mostResults = 10_000;
const longestBody = 3000;

/**
 * Searches: `POST /crm/objects/2026-09/:type/search`. They know records as the index did `indexLagMs` ago, never
 * archived ones, and no associations.
 */
export function searchRoutes(account: HubspotAccount): readonly Route[] {
  const last: LastSearch = { key: null, found: [] };
  return [
    {
      method: 'POST',
      path: '/crm/objects/2026-09/:type/search',
      handle: (request, { type }) => search({ account, last, kind: kindOf(type!) }, request),
    },
  ];
}

/** The records of the last search: the next page of it need not look at all records again. */
interface LastSearch {
  key: string | null;
  found: readonly number[];
}

interface Searching {
  readonly account: HubspotAccount;
  readonly last: LastSearch;
  readonly kind: CrmKind;
}

function search(searching: Searching, request: StandInRequest): StandInAnswer {
  const { account, kind } = searching;
  if (request.body.length > longestBody)
    throw invalid(`The request body is longer than ${longestBody} characters`);
  const body = readBody(searchBody, request);
  const offset = Number(body.after ?? 0);
  refuseFilters(account, kind, body.filterGroups);
  if (offset + body.limit > mostResults)
    throw invalid(`Paging beyond ${mostResults} results is not possible; narrow the search down`);
  const found = remembered(searching, body);
  const asOf = account.now() - account.indexLagMs;
  const wish = {
    properties: body.properties.length === 0 ? null : body.properties,
    history: [],
    associations: [],
  };
  const results = found.slice(offset, offset + body.limit).flatMap((row) => {
    const record = account.tables[kind].readAsOf(row, asOf);
    return record === null ? [] : [recordJson(account, { kind, record }, wish)];
  });
  const end = offset + body.limit;
  const paging = end < found.length ? { paging: { next: { after: String(end) } } } : {};
  return answerJson(200, { total: found.length, results, ...paging });
}

function remembered({ account, last, kind }: Searching, body: SearchBody): readonly number[] {
  const table = account.tables[kind];
  const asOf = account.now() - account.indexLagMs;
  const isSettled = table.lastChange === null || table.lastChange <= asOf;
  const key = isSettled ? JSON.stringify([kind, table.version, body.filterGroups, body.sorts]) : null;
  if (key !== null && key === last.key) return last.found;
  last.found = find(account, kind, body);
  last.key = key;
  return last.found;
}

function find(account: HubspotAccount, kind: CrmKind, body: SearchBody): readonly number[] {
  const table = account.tables[kind];
  const asOf = account.now() - account.indexLagMs;
  const test = filterTest(account, kind, body.filterGroups);
  const { sort, isDescending } = sortOf(account, kind, body);
  const found: { readonly row: number; readonly key: string | number }[] = [];
  for (let row = firstRow(account, kind, body); row < table.count; row++) {
    const record = table.readAsOf(row, asOf);
    if (record === null || record.archivedAt !== null || record.mergedInto !== null) continue;
    if (test({ kind, record })) found.push({ row, key: sort({ kind, record }) });
  }
  found.sort((a, b) => compare(a.key, b.key) || a.row - b.row);
  const rows = found.map(({ row }) => row);
  return isDescending ? rows.reverse() : rows;
}

/** Rows are in the order of ids: a search beyond an id need not look at those before it. */
function firstRow(account: HubspotAccount, kind: CrmKind, { filterGroups }: SearchBody): number {
  const first = filterGroups.map(({ filters }) => {
    const beyond = filters.filter(
      ({ propertyName, operator }) => propertyName === 'hs_object_id' && operator.startsWith('GT'),
    );
    return Math.max(0, ...beyond.map(({ value }) => Number(value)));
  });
  return first.length === 0 ? 0 : account.tables[kind].rowFrom(Math.min(...first));
}

function sortOf(account: HubspotAccount, kind: CrmKind, body: SearchBody) {
  const asked = body.sorts[0];
  const name = typeof asked === 'object' ? asked.propertyName : (asked ?? 'hs_object_id');
  if (!account.properties[kind].has(name))
    throw invalid(`There was a problem with the request: property ${name} does not exist`);
  const read = comparableOf(account, kind, name);
  const sort = (of: HubspotRecord): string | number => read(of) ?? Number.NEGATIVE_INFINITY;
  return { sort, isDescending: typeof asked === 'object' && asked.direction === 'DESCENDING' };
}

function compare(a: string | number, b: string | number): number {
  if (a === b) return 0;
  return a < b || a === Number.NEGATIVE_INFINITY ? -1 : 1;
}
