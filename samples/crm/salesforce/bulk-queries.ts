import { z } from 'zod';
import {
  answerJson,
  type Route,
  type RouteParams,
  type StandInAnswer,
  type StandInRequest,
} from '../shared/index.ts';
import {
  type BulkJob,
  csvAnswer,
  jobAnswer,
  jobJson,
  newJob,
  noJob,
  notReady,
  stateOf,
} from './bulk-jobs.ts';
import { csvLine } from './csv-lines.ts';
import { objectRows } from './object-rows.ts';
import { runSoql } from './run-soql.ts';
import { fieldsOf, type SalesforceAccount } from './salesforce-account.ts';
import { readBody, readQuery, refuseParameters } from './salesforce-input.ts';
import { SalesforceRefusal } from './salesforce-refusal.ts';
import { readSoql, type SoqlQuery } from './soql.ts';

const newQueryJob = z.strictObject({
  operation: z.enum(['query', 'queryAll']),
  query: z.string().min(1),
  contentType: z.literal('CSV').optional(),
  columnDelimiter: z.literal('COMMA').optional(),
  lineEnding: z.literal('LF').optional(),
});
const resultsQuery = z.strictObject({
  maxRecords: z.coerce.number().int().min(1).optional(),
  locator: z.string().optional(),
});

interface QueryJob {
  readonly job: BulkJob;
  readonly query: SoqlQuery;
  readonly rows: readonly number[];
}

/** Results on one page, unless the client asks for fewer. */
const mostPerPage = 50_000;
/** Query jobs that may be started in a day. */
const mostJobs = 10_000;

/** Bulk queries: a job, its state, and its results page by page until the locator says `null`. */
export function bulkQueryRoutes(account: SalesforceAccount, workMs: number): readonly Route[] {
  const jobs = new Map<string, QueryJob>();
  const path = '/services/data/:version/jobs/query';
  const find = (params: RouteParams): QueryJob => {
    const found = jobs.get(params.id!);
    if (found === undefined) throw noJob();
    return found;
  };
  return [
    {
      method: 'POST',
      path,
      handle: (request) => {
        const started = startJob(account, request, jobs.size);
        jobs.set(started.job.id, started);
        return answerJson(200, jobJson(started.job, 'UploadComplete', { apiVersion: 62 }));
      },
    },
    {
      method: 'GET',
      path: `${path}/:id`,
      handle: (request, params) => {
        refuseParameters(request);
        const { job, rows } = find(params);
        const state = stateOf(job, account.now(), workMs);
        const counted = state === 'JobComplete' ? { numberRecordsProcessed: rows.length, retries: 0 } : {};
        return jobAnswer(job, state, { jobType: 'V2Query', ...counted });
      },
    },
    {
      method: 'GET',
      path: `${path}/:id/results`,
      handle: (request, params) => {
        const found = find(params);
        const state = stateOf(found.job, account.now(), workMs);
        if (state !== 'JobComplete') throw notReady(state);
        return results(account, found, request);
      },
    },
  ];
}

function startJob(account: SalesforceAccount, request: StandInRequest, number: number): QueryJob {
  refuseParameters(request);
  const wish = readBody(newQueryJob, request);
  if (number >= mostJobs)
    throw new SalesforceRefusal(400, 'LIMIT_EXCEEDED', `Max number of query jobs (${mostJobs}) reached`);
  const query = readSoql(account, wish.query);
  if (query.fields === null)
    throw new SalesforceRefusal(400, 'INVALID_QUERY', 'Aggregates are not supported');
  const id = `7500K0000${String(number).padStart(6, '0')}AAA`;
  const job = newJob(account, { id, object: query.object, operation: wish.operation });
  job.handedInAt = account.now();
  const fields = fieldsOf(account, query.object);
  const compound = query.fields.find((name) => fields.get(name)?.type === 'address');
  if (compound !== undefined)
    job.failure = `FeatureNotEnabled : Selecting compound data not supported in Bulk Query: ${compound}`;
  return { job, query, rows: runSoql(account, query, wish.operation === 'queryAll') };
}

function results(
  account: SalesforceAccount,
  { query, rows }: QueryJob,
  request: StandInRequest,
): StandInAnswer {
  const { maxRecords, locator } = readQuery(resultsQuery, request);
  const start = locator === undefined ? 0 : Number(Buffer.from(locator, 'base64url').toString('latin1'));
  if (!Number.isInteger(start) || start < 0 || start > rows.length)
    throw new SalesforceRefusal(400, 'INVALID_QUERY_LOCATOR', 'invalid query locator');
  const end = start + Math.min(maxRecords ?? mostPerPage, mostPerPage);
  const source = objectRows(account, query.object);
  const fields = query.fields!;
  const shown = rows.slice(start, end);
  const lines = shown.map((row) => {
    const record = source.read(row);
    return csvLine(fields.map((name) => inCsv(record?.value(name) ?? null)));
  });
  const next = end < rows.length ? Buffer.from(String(end)).toString('base64url') : 'null';
  return csvAnswer(csvLine(fields) + lines.join(''), {
    'sforce-locator': next,
    'sforce-numberofrecords': String(shown.length),
  });
}

/** Bulk results write moments with a Z. */
function inCsv(value: unknown): string | number | boolean | null {
  if (value === null || typeof value === 'object') return null;
  if (typeof value === 'string') return value.replace(/(T[\d:.]+)\+0000$/, '$1Z');
  return value as number | boolean;
}
