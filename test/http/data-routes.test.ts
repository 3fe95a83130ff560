import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { clinicSample } from '../../samples/index.ts';
import { buildEntries } from '../jobs/job-entry.ts';
import { openApi, type TestApi } from './api.ts';

let entries: Awaited<ReturnType<typeof buildEntries>>;
let api: TestApi;
beforeAll(async () => {
  entries = await buildEntries({ job: 'src/faces/job/main.ts' });
});
afterAll(() => entries.remove());
beforeEach(async () => {
  api = await openApi(entries.path('job'));
});
afterEach(() => api.close());

interface JobDocument {
  readonly id: number;
  readonly state: string;
  readonly files: readonly string[];
  readonly result: Readonly<Record<string, unknown>> | null;
  readonly error: { readonly code: string } | null;
}

async function send(name: string, text: string): Promise<string> {
  const response = await api.upload(name, text);
  expect(response.status).toBe(201);
  return ((await response.json()) as { id: string }).id;
}

/** Asks for a job and waits until it is over. */
async function finish(path: string, body: unknown): Promise<JobDocument> {
  const { id } = (await api.document('POST', path, body)) as JobDocument;
  for (;;) {
    const job = (await api.document('GET', `/jobs/${id}`)) as JobDocument;
    if (job.state !== 'queued' && job.state !== 'running') return job;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

const deals = `deal_id,account_id,created_on,amount,outcome,Notes
d1,a1,2026-01-05,1000,won,x
d2,a2,2026-01-06,many,lost,y
d3,a3,2026-01-07,3000,won,z
d4,a4,2026-01-08,4000,lost,x
`;

describe('files over HTTP', () => {
  it('are sent, shown with samples, corrected, imported, undone', async () => {
    expect(await api.document('GET', '/data')).toMatchObject({ snapshot: null, sources: [], changes: [] });
    const uploads = [await send('deals.csv', deals)];
    const shown = await finish('/previews', { uploads });
    expect(shown).toMatchObject({ state: 'done', files: ['deals.csv'] });
    expect(shown.result).toMatchObject({
      kind: 'preview',
      files: [{ name: 'deals.csv', as: 'deals', rows: 4 }],
    });
    const maps = [{ column: 'Notes', field: '-', file: 'deals.csv' }];
    const done = await finish('/imports', { uploads, maps });
    expect(done.result).toMatchObject({
      kind: 'import',
      files: [{ name: 'deals.csv', rows: { in: 4, kept: 3, quarantined: 1 } }],
    });
    expect(await api.document('GET', '/data')).toMatchObject({
      sources: [{ name: 'deals.csv', as: 'deals', original: true, columns: { kept: 5, leftOut: 1 } }],
      changes: [{ what: 'import deals.csv' }],
    });
    await api.document('GET', '/quality');
    const late = await api.call('POST', '/undo', { commit: 99 });
    expect(await late.json()).toMatchObject({ code: 'store.changed-meanwhile' });
    expect(await api.document('POST', '/undo', {})).toEqual({
      kind: 'undo',
      undone: 'import deals.csv',
      snapshot: null,
    });
  });

  it('with rows that do not fit show them by line, and take them back corrected', async () => {
    await finish('/imports', { uploads: [await send('deals.csv', deals)] });
    expect(await api.document('GET', '/quarantine?limit=10')).toMatchObject({
      total: 1,
      rows: [{ source: 'deals.csv', line: 3, column: 'amount', cells: { amount: 'many' } }],
    });
    const rows = [{ line: 3, cells: { amount: '2000' } }];
    const retried = await finish('/quarantine/retry', { source: 'deals.csv', rows });
    expect(retried.result).toMatchObject({ files: [{ rows: { in: 1, kept: 1, quarantined: 0 } }] });
    expect(await api.document('GET', '/data')).toMatchObject({
      sources: [{ rows: { in: 4, kept: 4, quarantined: 0 } }],
    });
  });

  it('are kept until a newer one takes their place, so that a finding can have them read again', async () => {
    const first = await send('deals.csv', deals);
    await finish('/imports', { uploads: [first] });
    const again = await finish('/imports', {
      sources: ['deals.csv'],
      maps: [{ column: 'Notes', field: '-', file: 'deals.csv' }],
    });
    expect(again).toMatchObject({ state: 'done', files: ['deals.csv'] });
    const second = await send('deals.csv', deals);
    await finish('/imports', { uploads: [second] });
    expect(await api.document('GET', '/uploads')).toMatchObject({ uploads: [{ id: second }] });
    await api.document('DELETE', `/uploads/${second}`);
    const refused = await api.call('POST', '/imports', { sources: ['deals.csv'] });
    expect(refused.status).toBe(404);
    expect(await refused.json()).toMatchObject({ code: 'upload.missing', params: { file: 'deals.csv' } });
  });

  it('with sums in two currencies are converted by rates that are sent, until these are taken away', async () => {
    const rows =
      'account_id,contract_value,started_on\na1,EUR 100,2026-01-05\na2,USD 200,2026-01-06\na3,EUR 50,2026-01-07\n';
    await finish('/imports', { uploads: [await send('customers.csv', rows)] });
    const upload = await send('rates.csv', 'currency,date,rate\nUSD,2026-01-01,0.9\n');
    expect(await api.document('PUT', '/rates', { upload, base: 'EUR' })).toMatchObject({
      base: 'EUR',
      currencies: ['USD'],
    });
    expect(await api.document('GET', '/data')).toMatchObject({
      changes: [{ what: 'rates rates.csv in EUR' }, {}],
    });
    expect(await api.document('PUT', '/rates', { upload: null, base: null })).toMatchObject({ base: null });
  });

  it('that are broken fail as a job, with the code of the catalogue', async () => {
    const job = await finish('/imports', { uploads: [await send('empty.csv', '')] });
    expect(job).toMatchObject({ state: 'failed', error: { code: 'input.file-empty' } });
  });

  it('that are cut on the way leave nothing', async () => {
    const response = await api.upload('deals.csv', deals, { length: deals.length + 10 });
    expect(await response.json()).toMatchObject({ code: 'upload.cut' });
    expect(await api.document('GET', '/uploads')).toMatchObject({ uploads: [] });
  });
});

interface Decidable {
  readonly kind: string;
  readonly table: string;
  readonly field: string;
  readonly decision: unknown;
}

/** What the findings say can be decided about fields. */
async function decidable(): Promise<readonly Decidable[]> {
  const quality = (await api.document('GET', '/quality')) as {
    readonly findings: readonly { readonly action: Decidable | null }[];
  };
  return quality.findings.flatMap(({ action }) => (action?.kind === 'set-field' ? [action] : []));
}

describe('the sample', () => {
  it('gives findings that the API takes as they are', async () => {
    const uploads: string[] = [];
    for (const { name, text } of clinicSample(7)) uploads.push(await send(name, text));
    await finish('/imports', { uploads });
    const before = await decidable();
    expect(before.length).toBeGreaterThan(0);
    for (const { table, field, decision } of before)
      await api.document('PATCH', `/fields/${table}/${field}`, decision);
    const after = await decidable();
    for (const each of before) expect(after).not.toContainEqual(each);
  });
});
