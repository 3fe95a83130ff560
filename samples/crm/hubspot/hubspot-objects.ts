import { z } from 'zod';
import {
  answerJson,
  type CrmKind,
  type Route,
  type RouteParams,
  type StandInAnswer,
  type StandInRequest,
} from '../shared/index.ts';
import { type HubspotAccount, kindOf, requireRow } from './hubspot-account.ts';
import { recordJson } from './hubspot-record.ts';
import { HubspotRefusal, invalid } from './hubspot-refusal.ts';
import { propertyValues, writeRecord } from './hubspot-writes.ts';
import { readBody, readQuery } from './read-input.ts';

const commaList = z
  .string()
  .optional()
  .transform((text) => (text === undefined ? [] : text.split(',').map((part) => part.trim())));
const truth = z
  .enum(['true', 'false'])
  .default('false')
  .transform((text) => text === 'true');
const wished = {
  properties: commaList,
  propertiesWithHistory: commaList,
  associations: commaList,
  archived: truth,
};
const listQuery = z.strictObject({
  ...wished,
  limit: z.coerce.number().int().min(1).max(100).default(10),
  after: z.string().regex(/^\d+$/).optional(),
});
const oneQuery = z.strictObject(wished);
const writeBody = z.strictObject({ properties: propertyValues });
/** HubSpot answers longer addresses with 414. */
const longestUrl = 16_000;

/** Lists of records and single ones: `/crm/objects/2026-09/:type`. */
export function objectRoutes(account: HubspotAccount): readonly Route[] {
  const path = '/crm/objects/2026-09/:type';
  return [
    { method: 'GET', path, handle: (request, params) => list(account, request, params) },
    { method: 'GET', path: `${path}/:id`, handle: (request, params) => one(account, request, params) },
    {
      method: 'POST',
      path,
      handle: (request, { type }) => {
        const kind = kindOf(type!);
        const { properties } = readBody(writeBody, request);
        return answerJson(201, writeRecord(account, { kind, row: null, properties }));
      },
    },
    {
      method: 'PATCH',
      path: `${path}/:id`,
      handle: (request, { type, id }) => {
        const kind = kindOf(type!);
        const { properties } = readBody(writeBody, request);
        const row = requireRow(account, kind, id!);
        return answerJson(200, writeRecord(account, { kind, row, properties }));
      },
    },
  ];
}

function list(account: HubspotAccount, request: StandInRequest, params: RouteParams): StandInAnswer {
  const kind = kindOf(params.type!);
  refuseLongUrl(request);
  const query = readQuery(listQuery, request);
  const { limit, after, archived } = query;
  if (query.propertiesWithHistory.length > 0 && limit > 50)
    throw invalid('The limit of objects with property history is 50');
  const { rows, next } = pageOf(account, kind, { limit, archived, after: after ?? null });
  const wish = wishOf(query);
  const results = rows.map((row) =>
    recordJson(account, { kind, record: account.tables[kind].read(row) }, wish),
  );
  const link = `https://api.hubapi.com${request.path}?after=${next}`;
  return answerJson(200, next === null ? { results } : { results, paging: { next: { after: next, link } } });
}

interface PageWish {
  readonly limit: number;
  readonly after: string | null;
  readonly archived: boolean;
}

function pageOf(account: HubspotAccount, kind: CrmKind, { limit, after, archived }: PageWish) {
  const table = account.tables[kind];
  const rows: number[] = [];
  const start = after === null ? 0 : table.rowFrom(Number(after));
  for (let row = start; row < table.count; row++) {
    const isWanted = archived ? table.read(row).archivedAt !== null : table.isLive(row);
    if (!isWanted) continue;
    if (rows.length === limit) return { rows, next: String(table.idOf(row)) };
    rows.push(row);
  }
  return { rows, next: null };
}

function one(account: HubspotAccount, request: StandInRequest, params: RouteParams): StandInAnswer {
  const kind = kindOf(params.type!);
  refuseLongUrl(request);
  const query = readQuery(oneQuery, request);
  const table = account.tables[kind];
  const archivedRow = query.archived ? table.rowOf(params.id!) : null;
  const isArchived = archivedRow !== null && table.read(archivedRow).archivedAt !== null;
  const row = isArchived ? archivedRow : requireRow(account, kind, params.id!);
  return answerJson(200, recordJson(account, { kind, record: table.read(row) }, wishOf(query)));
}

function wishOf(query: z.infer<typeof oneQuery>) {
  return {
    properties: query.properties.length === 0 ? null : query.properties,
    history: query.propertiesWithHistory,
    associations: query.associations,
  };
}

function refuseLongUrl({ urlLength }: StandInRequest): void {
  if (urlLength > longestUrl)
    throw new HubspotRefusal(414, { message: 'URI Too Long', category: 'VALIDATION_ERROR' });
}
