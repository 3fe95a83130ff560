import type { Org } from './org.ts';
import type { PlaceInPhase } from './read-place.ts';
import { apiPath, bulkQueryLimit, salesforceSettings } from './salesforce-settings.ts';
import type { ReadQuery } from './soql-of.ts';

/** The place of a bulk job. */
export type JobPlace = Extract<PlaceInPhase, { readonly kind: 'job' }>;

/** One page of a bulk result. */
export interface BulkPage {
  readonly csv: string;
  /** Where the next page begins; null after the last. */
  readonly locator: string | null;
}

const jobsPath = 'jobs/query';

/** Path of a bulk query job. */
export function queryJobPath(job: string): string {
  return apiPath(`${jobsPath}/${job}`);
}

/** Has a query carried out in bulk. A job that was made twice, because an answer was lost, harms nothing. */
export async function startBulkQuery({ client, context }: Org, { text, all }: ReadQuery): Promise<JobPlace> {
  const { body } = await client.send({
    method: 'POST',
    path: apiPath(jobsPath),
    body: { operation: all ? 'queryAll' : 'query', query: text },
    limits: [bulkQueryLimit],
    repeatable: true,
  });
  const { id } = body as { readonly id: string };
  return { kind: 'job', job: id, locator: null, madeAt: context.now() };
}

/** A page of a job that is complete. Wide rows come in smaller pages, for a page is held in memory. */
export async function bulkPage(
  { client }: Org,
  { job, locator }: JobPlace,
  columns: number,
): Promise<BulkPage> {
  const { rows, cells } = salesforceSettings.bulkPage;
  const maxRecords = Math.max(1000, Math.min(rows, Math.floor(cells / columns)));
  const answer = await client.send({
    method: 'GET',
    path: `${queryJobPath(job)}/results`,
    query: { maxRecords: String(maxRecords), ...(locator === null ? {} : { locator }) },
    headers: { accept: 'text/csv' },
    repeatable: true,
  });
  const next = answer.headers['sforce-locator'] ?? 'null';
  return { csv: String(answer.body), locator: next === 'null' ? null : next };
}
