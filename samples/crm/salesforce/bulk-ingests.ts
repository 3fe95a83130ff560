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
import { csvLine, readCsv } from './csv-lines.ts';
import { fieldsOf, idOfRow, requireTable, type SalesforceAccount, type Value } from './salesforce-account.ts';
import type { SalesforceTable } from './salesforce-fields.ts';
import { readBody, refuseParameters } from './salesforce-input.ts';
import { SalesforceRefusal } from './salesforce-refusal.ts';
import { carryOut, checkWrite, findRow, rowsWithKey, type WriteError } from './salesforce-writes.ts';

const newIngest = z.strictObject({
  object: z.string(),
  operation: z.enum(['update', 'upsert']),
  externalIdFieldName: z.string().optional(),
  contentType: z.literal('CSV').optional(),
  columnDelimiter: z.literal('COMMA').optional(),
  lineEnding: z.literal('LF').optional(),
});
const stateBody = z.strictObject({ state: z.enum(['UploadComplete', 'Aborted']) });
/** Largest file of one job. */
const mostBytes = 150_000_000;

interface Ingest {
  readonly job: BulkJob;
  readonly table: SalesforceTable;
  readonly key: string | null;
  data: string | null;
  header: readonly string[];
  readonly done: string[];
  readonly refused: string[];
}

/** Bulk writes: a job, its file, the state that hands it in, and afterwards what was done and what was refused, row by row. */
export function bulkIngestRoutes(account: SalesforceAccount, workMs: number): readonly Route[] {
  const ingests = new Map<string, Ingest>();
  const path = '/services/data/:version/jobs/ingest';
  const withJob =
    (act: (ingest: Ingest, request: StandInRequest) => StandInAnswer) =>
    (request: StandInRequest, params: RouteParams): StandInAnswer => {
      refuseParameters(request);
      const ingest = ingests.get(params.id!);
      if (ingest === undefined) throw noJob();
      return act(ingest, request);
    };
  const jobOf = ({ job }: Ingest): StandInAnswer => {
    const counts = { numberRecordsProcessed: job.processed, numberRecordsFailed: job.failed };
    return jobAnswer(job, stateOf(job, account.now(), workMs), { jobType: 'V2Ingest', ...counts });
  };
  const listed = (name: string, lines: (ingest: Ingest) => string): Route => ({
    method: 'GET',
    path: `${path}/:id/${name}`,
    handle: withJob((ingest) => {
      const state = stateOf(ingest.job, account.now(), workMs);
      if (state !== 'JobComplete' && state !== 'Failed') throw notReady(state);
      return csvAnswer(lines(ingest));
    }),
  });
  return [
    {
      method: 'POST',
      path,
      handle: (request) => {
        const ingest = startIngest(account, request, ingests.size);
        ingests.set(ingest.job.id, ingest);
        const contentUrl = `services/data/v62.0/jobs/ingest/${ingest.job.id}/batches`;
        return answerJson(200, jobJson(ingest.job, 'Open', { apiVersion: 62, contentUrl }));
      },
    },
    { method: 'PUT', path: `${path}/:id/batches`, handle: withJob(upload) },
    {
      method: 'PATCH',
      path: `${path}/:id`,
      handle: withJob((ingest, request) => {
        const { state } = readBody(stateBody, request);
        if (ingest.job.handedInAt !== null || ingest.job.isAborted)
          throw notReady(stateOf(ingest.job, account.now(), workMs));
        if (state === 'Aborted') ingest.job.isAborted = true;
        else carryOutAll(account, ingest);
        return jobOf(ingest);
      }),
    },
    { method: 'GET', path: `${path}/:id`, handle: withJob(jobOf) },
    listed(
      'successfulResults',
      ({ header, done }) => csvLine(['sf__Id', 'sf__Created', ...header]) + done.join(''),
    ),
    listed(
      'failedResults',
      ({ header, refused }) => csvLine(['sf__Id', 'sf__Error', ...header]) + refused.join(''),
    ),
    listed('unprocessedrecords', ({ header }) => csvLine(header)),
  ];
}

function startIngest(account: SalesforceAccount, request: StandInRequest, number: number): Ingest {
  refuseParameters(request);
  const wish = readBody(newIngest, request);
  const table = requireTable(wish.object);
  if ((wish.operation === 'upsert') !== (wish.externalIdFieldName !== undefined))
    throw new SalesforceRefusal(400, 'INVALIDJOB', 'externalIdFieldName belongs to upsert');
  const id = `7501K0000${String(number).padStart(6, '0')}AAA`;
  const job = newJob(account, { id, object: table, operation: wish.operation });
  return { job, table, key: wish.externalIdFieldName ?? null, data: null, header: [], done: [], refused: [] };
}

function upload(ingest: Ingest, request: StandInRequest): StandInAnswer {
  if (!(request.headers['content-type'] ?? '').startsWith('text/csv'))
    throw new SalesforceRefusal(415, 'UNSUPPORTED_MEDIA_TYPE', 'Content-Type must be text/csv');
  if (ingest.data !== null || ingest.job.handedInAt !== null)
    throw new SalesforceRefusal(400, 'INVALIDJOBSTATE', 'A job takes one file');
  if (request.body.length > mostBytes)
    throw new SalesforceRefusal(400, 'LIMIT_EXCEEDED', `A file has at most ${mostBytes} bytes`);
  ingest.data = request.body;
  return { status: 201, headers: {}, body: '' };
}

function carryOutAll(account: SalesforceAccount, ingest: Ingest): void {
  const { job, table } = ingest;
  job.handedInAt = account.now();
  const [header = [], ...rows] = readCsv(ingest.data ?? '');
  ingest.header = header;
  const fields = fieldsOf(account, table);
  const unknown = header.find((name) => !fields.has(name));
  if (unknown !== undefined) {
    job.failure = `InvalidBatch : Field name not found : ${unknown}`;
    return;
  }
  for (const cells of rows) {
    const { id, error, isNew } = writeLine(account, ingest, cells);
    job.processed++;
    if (error === null) {
      ingest.done.push(csvLine([id, isNew, ...cells]));
      continue;
    }
    job.failed++;
    const text = `${error.statusCode}:${error.message}:${error.fields.join(' ') || '--'}`;
    ingest.refused.push(csvLine([id, text, ...cells]));
  }
}

interface LineResult {
  readonly id: string;
  readonly error: WriteError | null;
  readonly isNew: boolean;
}

function writeLine(account: SalesforceAccount, ingest: Ingest, cells: readonly string[]): LineResult {
  const { table, key, header } = ingest;
  const fields = fieldsOf(account, table);
  const pairs = header.map((name, i) => [name, cells[i] ?? ''] as const);
  const id = pairs.find(([name]) => name === 'Id')?.[1] ?? '';
  const target = key === null ? findRow(account, table, id) : rowOfKey(account, ingest, pairs);
  if (target.error !== null) return { id, error: target.error, isNew: false };
  const given = pairs.filter(([name, text]) => name !== 'Id' && text !== '');
  const values = Object.fromEntries(
    given.map(([name, text]) => [name, fromCsv(fields.get(name)!.type, text)]),
  );
  const write = { table, row: target.row, values };
  const error = checkWrite(account, write);
  if (error !== null) return { id, error, isNew: false };
  return { id: idOfRow(account, table, carryOut(account, write)), error: null, isNew: target.row === null };
}

function rowOfKey(
  account: SalesforceAccount,
  { table, key }: Ingest,
  pairs: readonly (readonly [string, string])[],
) {
  const value = pairs.find(([name]) => name === key)?.[1] ?? '';
  const rows = rowsWithKey(account, table, { field: key!, key: value });
  const message = `${key}: more than one record found for external id field: [${rows.length}]`;
  const error = rows.length > 1 ? { statusCode: 'DUPLICATE_EXTERNAL_ID', message, fields: [key!] } : null;
  return { row: rows[0] ?? null, error };
}

/** `#N/A` clears; an empty cell leaves a value as it is. */
function fromCsv(type: string, text: string): Value {
  if (text === '#N/A') return null;
  const isNumber = type === 'double' || type === 'int' || type === 'currency';
  if (isNumber && Number.isFinite(Number(text))) return Number(text);
  return type === 'boolean' && (text === 'true' || text === 'false') ? text === 'true' : text;
}
