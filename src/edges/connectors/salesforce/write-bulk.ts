import type { RecordWrite, WriteResult } from '../records/index.ts';
import { csvRow, csvRows } from './csv-rows.ts';
import type { Org } from './org.ts';
import { isRefusedFor } from './read-refusal.ts';
import { apiPath } from './salesforce-settings.ts';
import { type EndedJob, waitForJob } from './wait-for-job.ts';

/** Writes many records by one job (Bulk API 2.0 Developer Guide, Ingest); what failed is told row by row. */
export async function writeBulk(
  org: Org,
  object: string,
  batch: readonly RecordWrite[],
): Promise<readonly WriteResult[]> {
  const { client, context } = org;
  const { body } = await client.send({
    method: 'POST',
    path: apiPath('jobs/ingest'),
    body: { object, operation: 'update', contentType: 'CSV', lineEnding: 'LF' },
    repeatable: true,
  });
  const path = apiPath(`jobs/ingest/${(body as { readonly id: string }).id}`);
  const csv = fileOf(batch);
  await onceDone(
    client.send({
      method: 'PUT',
      path: `${path}/batches`,
      body: csv,
      contentType: 'text/csv',
      repeatable: true,
    }),
  );
  await onceDone(client.send({ method: 'PATCH', path, body: { state: 'UploadComplete' }, repeatable: true }));
  const job = await waitForJob(org, path, context.now());
  return resultsOf(org, path, { job, batch });
}

/** A step that was repeated because its answer was lost is refused when it was done before: that is as good. */
async function onceDone(step: Promise<unknown>): Promise<void> {
  try {
    await step;
  } catch (error) {
    if (!isRefusedFor(error, ['INVALIDJOBSTATE'])) throw error;
  }
}

/** The file of a job: `#N/A` clears a value, an empty cell leaves it as it is. */
function fileOf(batch: readonly RecordWrite[]): string {
  const names = [...new Set(batch.flatMap(({ values }) => Object.keys(values)))];
  const lines = batch.map(({ id, values }) => csvRow([id, ...names.map((name) => cellOf(values[name]))]));
  return csvRow(['Id', ...names]) + lines.join('');
}

function cellOf(value: string | number | null | undefined): string {
  if (value === undefined) return '';
  return value === null || value === '' ? '#N/A' : String(value);
}

interface Work {
  readonly job: EndedJob;
  readonly batch: readonly RecordWrite[];
}

/** Rows that a complete job does not refuse were written; of one that ended early only those that it names. */
async function resultsOf(org: Org, path: string, { job, batch }: Work): Promise<readonly WriteResult[]> {
  const { state, errorMessage, numberRecordsProcessed: processed, numberRecordsFailed: failed } = job;
  const isWhole = state === 'JobComplete' && processed === batch.length;
  const refused = isWhole && failed === 0 ? new Map() : await listed(org, `${path}/failedResults`);
  const written = isWhole ? null : await listed(org, `${path}/successfulResults`);
  const rest = `the job ended as ${state}${errorMessage === undefined ? '' : `: ${errorMessage}`}`;
  return batch.map(({ id }) => {
    const error = refused.get(id);
    if (error !== undefined) return { id, kind: 'failed', ...errorOf(error) };
    if (written === null || written.has(id)) return { id, kind: 'written' };
    return { id, kind: 'failed', code: 'NOT_PROCESSED', message: rest };
  });
}

/** Rows of a result by the id that was sent, with what was said of each. */
async function listed({ client }: Org, path: string): Promise<ReadonlyMap<string, string>> {
  const answer = await client.send({
    method: 'GET',
    path,
    headers: { accept: 'text/csv' },
    repeatable: true,
  });
  const lines = csvRows(String(answer.body));
  const header = lines.next().value ?? [];
  const [idPlace, errorPlace] = [header.indexOf('Id'), header.indexOf('sf__Error')];
  return new Map(Array.from(lines, (cells) => [cells[idPlace] ?? '', cells[errorPlace] ?? '']));
}

/** `CODE:words:fields --` */
function errorOf(text: string): { readonly code: string; readonly message: string } {
  const [, code = 'FAILED', words = text] = /^([A-Z_]+):(.*)$/s.exec(text) ?? [];
  return { code, message: words.replace(/:[^:]*--$/, '') };
}
