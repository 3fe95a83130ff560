import { z } from 'zod';
import { answerJson, type Route, type StandInAnswer, type StandInRequest } from '../shared/index.ts';
import { objectRows } from './object-rows.ts';
import { runSoql } from './run-soql.ts';
import type { SalesforceAccount } from './salesforce-account.ts';
import { readQuery, refuseParameters } from './salesforce-input.ts';
import { SalesforceRefusal } from './salesforce-refusal.ts';
import { readSoql, type SoqlQuery } from './soql.ts';

const queryText = z.strictObject({ q: z.string().min(1) });
const longestUrl = 16_000;

interface OpenQuery {
  readonly query: SoqlQuery;
  readonly rows: readonly number[];
  readonly size: number;
}

/** Queries, page by page: `nextRecordsUrl` until `done`. */
export function queryRoutes(account: SalesforceAccount): readonly Route[] {
  const open = new Map<string, OpenQuery>();
  const start = (all: boolean) => (request: StandInRequest, params: Readonly<Record<string, string>>) => {
    if (request.urlLength > longestUrl)
      throw new SalesforceRefusal(414, 'URI_TOO_LONG', 'The requested URI is too long');
    const query = readSoql(account, readQuery(queryText, request).q);
    const rows = runSoql(account, query, all);
    if (query.fields === null) return answerJson(200, { totalSize: rows.length, done: true, records: [] });
    const locator = `01g0K0000${String(open.size).padStart(9, '0')}`;
    open.set(locator, { query, rows, size: batchSize(request) });
    return page({ account, open, version: params.version! }, locator, 0);
  };
  const path = '/services/data/:version';
  return [
    { method: 'GET', path: `${path}/query`, handle: start(false) },
    { method: 'GET', path: `${path}/queryAll`, handle: start(true) },
    {
      method: 'GET',
      path: `${path}/query/:id`,
      handle: (request, { version, id }) => {
        refuseParameters(request);
        const [locator, offset] = id!.split('-') as [string, string | undefined];
        return page({ account, open, version: version! }, locator, Number(offset ?? 'x'));
      },
    },
  ];
}

interface Paging {
  readonly account: SalesforceAccount;
  readonly open: Map<string, OpenQuery>;
  readonly version: string;
}

function page({ account, open, version }: Paging, locator: string, offset: number): StandInAnswer {
  const found = open.get(locator);
  if (found === undefined || Number.isNaN(offset))
    throw new SalesforceRefusal(400, 'INVALID_QUERY_LOCATOR', 'invalid query locator');
  const { query, rows, size } = found;
  const end = offset + size;
  const records = rows.slice(offset, end).flatMap((row) => recordJson(account, query, { row, version }));
  const isDone = end >= rows.length;
  if (isDone && offset === 0) open.delete(locator);
  const next = isDone ? {} : { nextRecordsUrl: `/services/data/${version}/query/${locator}-${end}` };
  return answerJson(200, { totalSize: rows.length, done: isDone, ...next, records });
}

function recordJson(
  account: SalesforceAccount,
  { object, fields }: SoqlQuery,
  { row, version }: { readonly row: number; readonly version: string },
): readonly object[] {
  const record = objectRows(account, object).read(row);
  if (record === null || fields === null) return [];
  const id = record.value('Id') as string;
  const attributes = { type: object, url: `/services/data/${version}/sobjects/${object}/${id}` };
  return [{ attributes, ...Object.fromEntries(fields.map((name) => [name, record.value(name)])) }];
}

/** 200 to 2,000 records a page, as the client asks; 2,000 when it does not. */
function batchSize(request: StandInRequest): number {
  const asked = request.headers['sforce-query-options'];
  if (asked === undefined) return 2000;
  const size = Number(/^batchSize=(\d+)$/.exec(asked)?.[1]);
  if (!(size >= 200 && size <= 2000))
    throw new SalesforceRefusal(400, 'INVALID_QUERY_OPTION', `batchSize must be 200 to 2000: ${asked}`);
  return size;
}
