import { z } from 'zod';
import {
  answerJson,
  type Route,
  type StandInAnswer,
  type StandInRequest,
  type StoredRecord,
} from '../shared/index.ts';
import { keptMs, type PipedriveAccount, recordJson, requireRecord } from './pipedrive-account.ts';
import { readCursor, writeCursor } from './pipedrive-cursor.ts';
import { kindOfType, type PipedriveType } from './pipedrive-fields.ts';
import { commaList, limit, moment, readQuery, truth } from './pipedrive-input.ts';
import type { Json } from './pipedrive-values.ts';

const id = z.coerce.number().int();
const shown = { custom_fields: commaList(15).optional(), include_option_labels: truth };
const paged = {
  ...shown,
  ids: commaList(100).optional(),
  owner_id: id.optional(),
  updated_since: moment.optional(),
  updated_until: moment.optional(),
  sort_by: z.enum(['id', 'update_time', 'add_time']).default('id'),
  sort_direction: z.enum(['asc', 'desc']).default('asc'),
  limit,
  cursor: z.string().optional(),
};
const dealFilters = {
  person_id: id.optional(),
  org_id: id.optional(),
  pipeline_id: id.optional(),
  stage_id: id.optional(),
  status: commaList(4)
    .refine((all) => all.every((each) => ['open', 'won', 'lost', 'deleted'].includes(each)), 'unknown status')
    .optional(),
};
const queries = {
  organizations: z.strictObject(paged),
  deals: z.strictObject({ ...paged, ...dealFilters }),
  persons: z.strictObject({ ...paged, org_id: id.optional(), deal_id: id.optional() }),
};
const { include_option_labels: _, ...archivedPaged } = { ...paged, ...dealFilters };
const archivedQuery = z.strictObject(archivedPaged);
const oneQuery = z.strictObject(shown);
type Query = Partial<z.infer<typeof queries.deals>> &
  Pick<z.infer<typeof queries.organizations>, 'limit' | 'sort_by' | 'sort_direction'> & {
    readonly deal_id?: number | undefined;
  };

/** The parameters that each list takes. */
export const listParameters: Readonly<Record<string, readonly string[]>> = {
  '/organizations': Object.keys(queries.organizations.shape),
  '/deals': Object.keys(queries.deals.shape),
  '/persons': Object.keys(queries.persons.shape),
  '/deals/archived': Object.keys(archivedQuery.shape),
};

/** Lists of records, and single ones: `/api/v2/organizations`, `/api/v2/deals/:id`. */
export function listRoutes(account: PipedriveAccount): readonly Route[] {
  const types: readonly PipedriveType[] = ['organizations', 'deals', 'persons'];
  const archived: Route = {
    method: 'GET',
    path: '/api/v2/deals/archived',
    handle: (request) => list({ account, type: 'deals', archived: true }, readQuery(archivedQuery, request)),
  };
  return [
    archived,
    ...types.flatMap((type): readonly Route[] => [
      {
        method: 'GET',
        path: `/api/v2/${type}`,
        handle: (request) => list({ account, type, archived: false }, readQuery(queries[type], request)),
      },
      {
        method: 'GET',
        path: `/api/v2/${type}/:id`,
        handle: (request, params) => one({ account, type, archived: false }, request, params.id!),
      },
    ]),
  ];
}

interface Listing {
  readonly account: PipedriveAccount;
  readonly type: PipedriveType;
  readonly archived: boolean;
}

interface Keyed {
  readonly record: StoredRecord<Json>;
  readonly key: number;
}

function list(listing: Listing, query: Query): StandInAnswer {
  const { account, type } = listing;
  const order = { field: query.sort_by, sortDirection: query.sort_direction };
  const end = query.cursor === undefined ? null : readCursor(query.cursor, order);
  const sign = order.sortDirection === 'asc' ? 1 : -1;
  const isAfter = ({ record, key }: Keyed): boolean =>
    end === null ||
    (key - end.fieldValue) * sign > 0 ||
    (key === end.fieldValue && (record.id - end.id) * sign > 0);
  const isIdOrder = order.field === 'id' && sign === 1;
  const start = isIdOrder && end !== null ? account.tables[kindOfType[type]].rowFrom(end.id + 1) : 0;
  const page: Keyed[] = [];
  for (const each of keyed(listing, query, start)) {
    if (!isAfter(each)) continue;
    page.push(each);
    if (isIdOrder && page.length > query.limit) break;
  }
  if (!isIdOrder) page.sort((a, b) => (a.key - b.key || a.record.id - b.record.id) * sign);
  const shownPage = page.slice(0, query.limit);
  const last = shownPage.at(-1);
  const hasMore = page.length > query.limit && last !== undefined;
  const next = hasMore ? writeCursor({ ...order, fieldValue: last.key, id: last.record.id }) : null;
  const wish = wishOf(query);
  const data = shownPage.map(({ record }) => recordJson(account, { type, record }, wish));
  return answerJson(200, { success: true, data, additional_data: { next_cursor: next } });
}

function* keyed(listing: Listing, query: Query, start: number): Generator<Keyed> {
  const { account, type } = listing;
  const table = account.tables[kindOfType[type]];
  const times = { since: query.updated_since ?? null, until: query.updated_until ?? null };
  for (let row = start; row < table.count; row++) {
    if (!isWithin(Math.floor(table.modifiedAt(row) / 1000) * 1000, times)) continue;
    const record = table.read(row);
    if (!isListed(listing, query, record) || !isAsked(listing, query, record)) continue;
    const keys = { id: record.id, update_time: record.modifiedAt, add_time: record.createdAt };
    yield { record, key: keys[query.sort_by] };
  }
}

/** A record whose last change is not known (0) is in no stretch of time. */
function isWithin(at: number, { since, until }: { since: number | null; until: number | null }): boolean {
  if (since === null && until === null) return true;
  return at > 0 && at >= (since ?? 0) && at < (until ?? Number.POSITIVE_INFINITY);
}

/** Deleted records are listed among deals only, where asked for, for 30 days. */
function isListed({ account, type, archived }: Listing, query: Query, record: StoredRecord<Json>): boolean {
  if (record.mergedInto !== null) return false;
  if (type !== 'deals') return record.archivedAt === null;
  if ((record.values.is_archived === true) !== archived) return false;
  const isDeleted = record.archivedAt !== null;
  if (query.status === undefined) return !isDeleted;
  if (isDeleted) return query.status.includes('deleted') && record.archivedAt > account.now() - keptMs;
  const { status } = record.values;
  return typeof status === 'string' && query.status.includes(status);
}

function isAsked({ account, type }: Listing, query: Query, record: StoredRecord<Json>): boolean {
  if (query.ids?.includes(String(record.id)) === false) return false;
  const plain = ['owner_id', 'pipeline_id', 'stage_id'] as const;
  if (plain.some((name) => query[name] !== undefined && record.values[name] !== query[name])) return false;
  const linked = ['org_id', 'person_id'] as const;
  if (linked.every((name) => query[name] === undefined) && query.deal_id === undefined) return true;
  const json = recordJson(account, { type, record }, { customFields: [], withLabels: false }) as Record<
    string,
    Json
  >;
  const isOfDeal = query.deal_id === undefined || contactOf(account, query.deal_id) === record.id;
  return isOfDeal && linked.every((name) => query[name] === undefined || json[name] === query[name]);
}

function contactOf(account: PipedriveAccount, deal: number): number | null {
  const record = requireRecord(account, 'deals', String(deal));
  const wish = { customFields: [], withLabels: false };
  return (recordJson(account, { type: 'deals', record }, wish) as { person_id: number | null }).person_id;
}

function one({ account, type }: Listing, request: StandInRequest, key: string): StandInAnswer {
  const query = readQuery(oneQuery, request);
  const record = requireRecord(account, type, key);
  return answerJson(200, { success: true, data: recordJson(account, { type, record }, wishOf(query)) });
}

function wishOf(query: {
  custom_fields?: readonly string[] | undefined;
  include_option_labels?: boolean | undefined;
}) {
  return { customFields: query.custom_fields ?? null, withLabels: query.include_option_labels ?? false };
}
