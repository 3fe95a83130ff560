import { type BulkPage, bulkPage, type JobPlace, queryJobPath, startBulkQuery } from './bulk-query.ts';
import { csvRows } from './csv-rows.ts';
import type { Org } from './org.ts';
import { firstPage, nextPage, type QueryPage } from './query-page.ts';
import type { ReadPlace } from './read-place.ts';
import { isRefusal, isRefusedFor } from './read-refusal.ts';
import { salesforceSettings } from './salesforce-settings.ts';
import type { ReadQuery } from './soql-of.ts';
import { isNumeric } from './source-fields.ts';
import { csvRowReader, jsonRow, type Row } from './source-record.ts';
import { waitForJob } from './wait-for-job.ts';

/** What is read of a phase. */
export interface PhaseRead {
  readonly place: ReadPlace;
  readonly query: ReadQuery;
  /** The object whose fields the columns are; null where none of them is a number. */
  readonly object: string | null;
}

/** A page of rows, and where the phase goes on; null after its last. */
export interface RowPage {
  readonly rows: readonly Row[];
  readonly next: ReadPlace | null;
}

/** So many times a phase begins anew in bulk, and in all. */
const mostBulkStarts = 3;
const mostStarts = 6;

/**
 * Reads a page of a phase. The first answer of REST tells how many records there are: up to 2,000 (or the page's own
 * number) go on by REST, more in bulk, where a job is made first and its results follow with the next pages.
 */
export async function readRows(org: Org, read: PhaseRead): Promise<RowPage> {
  const { at } = read.place;
  if (at.kind === 'start') return startPhase(org, read);
  if (at.kind === 'job') return jobRows(org, read, at);
  try {
    return restRows(read.place, await nextPage(org.client, at.path));
  } catch (error) {
    if (!isRefusedFor(error, ['INVALID_QUERY_LOCATOR'])) throw error;
    return anew(read.place, error);
  }
}

async function startPhase(org: Org, { place, query }: PhaseRead): Promise<RowPage> {
  const isTooLong = encodeURIComponent(query.text).length > salesforceSettings.longestQuery;
  if (isTooLong) return { rows: [], next: { ...place, at: await startBulkQuery(org, query) } };
  const page = await firstPage(org.client, query.text, query.all);
  const isMany = page.nextRecordsUrl !== undefined && page.totalSize > salesforceSettings.bulkAbove;
  const job = isMany && place.restarts < mostBulkStarts ? await jobIfAllowed(org, query) : null;
  if (job === null) return restRows(place, page);
  return { rows: [], next: { ...place, total: page.totalSize, at: job } };
}

/** Null where this org or user has no Bulk API, or has used up its jobs: REST goes on. */
async function jobIfAllowed(org: Org, query: ReadQuery): Promise<JobPlace | null> {
  try {
    return await startBulkQuery(org, query);
  } catch (error) {
    if (isRefusal(error)) return null;
    throw error;
  }
}

function restRows(place: ReadPlace, page: QueryPage): RowPage {
  const seen = place.seen + page.records.length;
  const path = page.nextRecordsUrl;
  const next: ReadPlace | null =
    path === undefined ? null : { ...place, seen, total: page.totalSize, at: { kind: 'page', path } };
  return { rows: page.records.map(jsonRow), next };
}

/** Codes of a job, or of a place in its results, that is no more. */
const goneCodes = ['NOT_FOUND', 'INVALIDJOB', 'INVALIDJOBSTATE', 'INVALID_QUERY_LOCATOR', 'INVALID_LOCATOR'];

async function jobRows(org: Org, read: PhaseRead, at: JobPlace): Promise<RowPage> {
  const { place } = read;
  let page: JobPage | null;
  try {
    page = await jobPage(org, read, at);
  } catch (error) {
    if (!isRefusedFor(error, goneCodes)) throw error;
    return anew(place, error);
  }
  // What cannot be read in bulk at all can still be read page by page.
  if (page === null) return anewByRest(place);
  const rows = await rowsOfCsv(org, read.object, page.csv);
  const { locator, total } = page;
  const seen = place.seen + rows.length;
  return { rows, next: locator === null ? null : { ...place, seen, total, at: { ...at, locator } } };
}

interface JobPage extends BulkPage {
  readonly total: number | null;
}

/** A page of a job's result; the first waits until the job has ended. Null when it ended without a result. */
async function jobPage(org: Org, { place, query }: PhaseRead, at: JobPlace): Promise<JobPage | null> {
  let { total } = place;
  if (at.locator === null) {
    const job = await waitForJob(org, queryJobPath(at.job), at.madeAt);
    if (job.state !== 'JobComplete') return null;
    total = job.numberRecordsProcessed ?? total;
  }
  return { ...(await bulkPage(org, at, query.columns.length)), total };
}

async function rowsOfCsv(org: Org, object: string | null, csv: string): Promise<readonly Row[]> {
  const fields = object === null ? [] : (await org.describe(object)).fields;
  const numbers = new Set(fields.filter(isNumeric).map(({ name }) => name));
  const lines = csvRows(csv);
  const header = lines.next();
  if (header.done === true) return [];
  const rowOf = csvRowReader(header.value, (column) => numbers.has(column));
  return Array.from(lines, rowOf);
}

/** The phase from its start; rows come again, which changes nothing. Gives up on what fails every time. */
function anew(place: ReadPlace, error: unknown): RowPage {
  if (place.restarts >= mostStarts) throw error;
  const restarts = place.restarts + 1;
  return { rows: [], next: { ...place, seen: 0, total: null, restarts, at: { kind: 'start' } } };
}

function anewByRest(place: ReadPlace): RowPage {
  const restarts = Math.max(place.restarts + 1, mostBulkStarts);
  return { rows: [], next: { ...place, seen: 0, total: null, restarts, at: { kind: 'start' } } };
}
