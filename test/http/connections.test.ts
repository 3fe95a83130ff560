import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { hubspotSecrets, startHubspot } from '../../samples/crm/hubspot/index.ts';
import { companyWorld } from '../../samples/crm/shared/index.ts';
import { buildEntries } from '../jobs/job-entry.ts';
import { openApi, type TestApi } from './api.ts';

let entries: Awaited<ReturnType<typeof buildEntries>>;
let api: TestApi;
let hubspot: Awaited<ReturnType<typeof startHubspot>>;

beforeAll(async () => {
  entries = await buildEntries({ job: 'src/faces/job/main.ts' });
});
afterAll(() => entries.remove());
beforeEach(async () => {
  vi.stubEnv('BESTFIT_KEY', Buffer.alloc(32, 7).toString('base64'));
  vi.stubEnv('BESTFIT_HUBSPOT_TOKEN', undefined);
  const world = companyWorld(5, { companies: 60, deals: 90, contacts: 80 }, Date.now());
  hubspot = await startHubspot({ world, now: Date.now });
  api = await openApi(entries.path('job'));
});
afterEach(async () => {
  await api.close();
  await hubspot.close();
  vi.unstubAllEnvs();
});

const token = hubspotSecrets.privateToken;

function connect(more: Readonly<Record<string, unknown>> = {}): Promise<unknown> {
  const asked = { connector: 'hubspot', origin: hubspot.origin, privateOrigin: true, secrets: { token } };
  return api.document('POST', '/connections', { ...asked, ...more });
}

interface JobDocument {
  readonly id: number;
  readonly state: string;
  readonly connection: string | null;
  readonly result: Readonly<Record<string, unknown>> | null;
  readonly error: { readonly code: string } | null;
}

/** Asks for a job and waits until it is over. */
async function finish(body: unknown): Promise<JobDocument> {
  const { id } = (await api.document('POST', '/jobs', body)) as JobDocument;
  for (;;) {
    const job = (await api.document('GET', `/jobs/${id}`)) as JobDocument;
    if (job.state !== 'queued' && job.state !== 'running') return job;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function refused(method: string, path: string, body?: unknown) {
  const response = await api.call(method, path, body);
  return { status: response.status, ...((await response.json()) as { readonly code: string }) };
}

/** All bytes of the workspace as text: where a secret would be found. */
async function everyByte(): Promise<string> {
  const names = await readdir(api.folder, { recursive: true, withFileTypes: true });
  const files = names.filter((entry) => entry.isFile());
  const texts = files.map((entry) => readFile(join(entry.parentPath, entry.name), 'latin1'));
  return (await Promise.all(texts)).join('');
}

describe('what can be connected', () => {
  it('is told with what it needs, and whether the environment has it, never the value', async () => {
    vi.stubEnv('BESTFIT_HUBSPOT_TOKEN', token);
    const told = (await api.document('GET', '/connectors')) as {
      readonly connectors: readonly { readonly name: string }[];
      readonly writable: readonly unknown[];
    };
    const of = (wanted: string) => told.connectors.find(({ name }) => name === wanted);
    expect(of('hubspot')).toMatchObject({
      label: 'HubSpot',
      streams: ['companies', 'deals', 'contacts'],
      needs: [{ name: 'token', secret: true, given: true }, { given: false }, {}, {}],
    });
    expect(of('salesforce')).toMatchObject({
      needs: [{ name: 'origin', secret: false, required: true }, {}, {}, {}],
    });
    expect(of('pipedrive')).toMatchObject({ options: [{ name: 'plan' }, { name: 'seats', values: null }] });
    expect(told.writable).toContainEqual(expect.objectContaining({ name: 'tier', field: 'bestfit_tier' }));
    expect(JSON.stringify(told)).not.toContain(token);
  });
});

describe('a connection over HTTP', () => {
  it('is made, synced, shown, changed and forgotten', { timeout: 60_000 }, async () => {
    expect(await api.document('GET', '/connections')).toEqual({ kind: 'connections', connections: [] });
    expect(await connect()).toMatchObject({ name: 'hubspot', connector: 'hubspot', secrets: 'kept' });
    const job = await finish({ kind: 'sync', connection: 'hubspot' });
    expect(job).toMatchObject({
      state: 'done',
      connection: 'hubspot',
      result: {
        kind: 'sync',
        state: 'done',
        streams: [
          { stream: 'companies', mode: 'full', added: 60 },
          { stream: 'deals', added: 90 },
          { stream: 'contacts', added: 80 },
        ],
        imported: { kind: 'import', files: [{ name: 'hubspot companies' }, {}, {}] },
      },
    });
    expect(await api.document('GET', '/connections')).toMatchObject({
      connections: [{ name: 'hubspot', streams: [{}, {}, {}], runs: [{ kind: 'read', state: 'done' }] }],
    });
    const runs = await api.document('GET', '/connections/hubspot/runs?limit=5');
    expect(runs).toMatchObject({ runs: [{ state: 'done', result: { requests: expect.any(Number) } }] });
    await changes();
    expect(await api.document('DELETE', '/connections/hubspot')).toEqual({
      kind: 'disconnected',
      name: 'hubspot',
    });
    expect(await api.document('GET', '/connections')).toMatchObject({ connections: [] });
    expect(await api.document('GET', '/data')).toMatchObject({ sources: [{}, {}, {}] });
  });

  it('is written back as a job, looked at first', { timeout: 90_000 }, async () => {
    await connect();
    const early = await finish({ kind: 'write-back', connection: 'hubspot' });
    expect(early).toMatchObject({ state: 'failed', error: { code: 'sync.nothing-chosen' } });
    await api.document('PATCH', '/connections/hubspot', { write: ['tier', 'play'] });
    const unread = await finish({ kind: 'write-back', connection: 'hubspot' });
    expect(unread).toMatchObject({ state: 'failed', error: { code: 'sync.not-read' } });
    await finish({ kind: 'sync', connection: 'hubspot' });
    const drafted = await finish({ kind: 'draft', publish: true, permutations: 199 });
    expect(drafted).toMatchObject({ state: 'done' });
    const planned = await finish({ kind: 'write-back', connection: 'hubspot' });
    expect(planned).toMatchObject({
      state: 'done',
      result: { kind: 'write-back', dryRun: true, state: 'planned', written: 0, fields: ['tier', 'play'] },
    });
    const { accounts } = planned.result as { readonly accounts: { readonly changed: number } };
    expect(accounts.changed).toBeGreaterThan(0);
    const written = await finish({ kind: 'write-back', connection: 'hubspot', dryRun: false });
    expect(written.result).toMatchObject({ state: 'done', written: accounts.changed, left: 0 });
    expect(await api.document('GET', '/connections/hubspot/runs')).toMatchObject({
      runs: [{ kind: 'write', state: 'done', result: { written: accounts.changed } }, { kind: 'read' }],
    });
  });

  it('has a schedule that says when it comes next; one that is none is refused', async () => {
    await connect();
    const schedule = { cron: '30 7 * * 1-5', timeZone: 'Europe/Madrid', write: false };
    const set = await api.document('PATCH', '/connections/hubspot', { schedule });
    const { nextSync, upcoming } = set as { readonly nextSync: string; readonly upcoming: readonly string[] };
    expect(upcoming).toHaveLength(3);
    expect(upcoming[0]).toBe(nextSync);
    const bad = { schedule: { ...schedule, cron: 'at dawn' } };
    expect(await refused('PATCH', '/connections/hubspot', bad)).toMatchObject({ code: 'sync.bad-schedule' });
    expect(await api.document('PATCH', '/connections/hubspot', { schedule: 'off' })).toMatchObject({
      choices: { schedule: null },
      nextSync: null,
      upcoming: [],
    });
  });

  async function changes() {
    const shown = (await api.document('GET', '/connections/hubspot')) as {
      readonly stages: readonly {
        readonly id: string;
        readonly deals: { readonly entered: number } | null;
      }[];
      readonly fields: readonly {
        readonly stream: string;
        readonly name: string;
        readonly read: boolean;
        readonly own: boolean;
      }[];
    };
    expect(shown.stages.some(({ deals }) => (deals?.entered ?? 0) > 0)).toBe(true);
    const stage = shown.stages[0]!.id;
    const left = shown.fields.find(({ stream, read, own }) => stream === 'companies' && read && !own)!.name;
    const changed = await api.document('PATCH', '/connections/hubspot', {
      outcomes: { [stage]: 'won' },
      leaveFields: { companies: [left] },
      write: ['tier'],
      budgetShare: 0.5,
      options: { plan: 'enterprise' },
    });
    expect(changed).toMatchObject({
      choices: {
        outcomes: { [stage]: 'won' },
        fields: { companies: { add: [], leave: [left] } },
        write: ['tier'],
        budgetShare: 0.5,
        options: { plan: 'enterprise' },
      },
    });
    expect(await api.document('GET', '/connections/hubspot')).toMatchObject({
      stages: expect.arrayContaining([expect.objectContaining({ id: stage, saidBy: 'user' })]),
      fields: expect.arrayContaining([expect.objectContaining({ name: left, read: false })]),
    });
    const back = { outcomes: { [stage]: null }, addFields: { companies: [left] } };
    expect(await api.document('PATCH', '/connections/hubspot', back)).toMatchObject({
      choices: { outcomes: {}, fields: { companies: { add: [left], leave: [] } } },
    });
  }

  it('takes new secrets when the CRM accepts them, and keeps the old ones when it does not', async () => {
    await connect();
    const wrong = { secrets: { token: 'pat-wrong' } };
    expect(await refused('PUT', '/connections/hubspot/secrets', wrong)).toMatchObject({
      status: 502,
      code: 'connection.unauthorized',
    });
    await api.document('GET', '/connections/hubspot');
    expect(await api.document('PUT', '/connections/hubspot/secrets', { secrets: { token } })).toMatchObject({
      kind: 'renewed',
      name: 'hubspot',
    });
  });

  it.each([
    ['an unknown CRM', 'POST', '/connections', { connector: 'excel' }, 'usage.bad-option'],
    [
      'a secret it does not need',
      'POST',
      '/connections',
      { connector: 'hubspot', secrets: { pin: 'x1y2z3' } },
      'usage.bad-option',
    ],
    ['no secret at all', 'POST', '/connections', { connector: 'hubspot' }, 'connection.secret-missing'],
    [
      'an address that is none',
      'POST',
      '/connections',
      { connector: 'hubspot', origin: 'acme', secrets: { token } },
      'connection.bad-origin',
    ],
    [
      'a name that is none',
      'POST',
      '/connections',
      { connector: 'hubspot', name: '../x', secrets: { token } },
      'http.bad-request',
    ],
    [
      'a part that is not known',
      'POST',
      '/connections',
      { connector: 'hubspot', password: 'x' },
      'http.bad-request',
    ],
    ['a connection that is not there', 'GET', '/connections/other', undefined, 'connection.unknown'],
    ['a change of one that is not there', 'PATCH', '/connections/other', {}, 'connection.unknown'],
    [
      'the history of one that is not there',
      'GET',
      '/connections/other/runs',
      undefined,
      'connection.unknown',
    ],
    ['forgetting one that is not there', 'DELETE', '/connections/other', undefined, 'connection.unknown'],
  ])('refuses %s', async (...[, method, path, body, code]) => {
    expect(await refused(method, path, body)).toMatchObject({ code });
    expect(await api.document('GET', '/connections')).toMatchObject({ connections: [] });
  });

  it.each([
    ['a stage', { outcomes: { nowhere: 'won' } }, 'sync.unknown-stage'],
    ['a field', { addFields: { companies: ['nowhere'] } }, 'sync.unknown-field'],
    ['a stream', { streams: ['tickets'] }, 'sync.unknown-stream'],
    ['what can be written', { write: ['owner'] }, 'usage.bad-option'],
  ])('refuses %s that is not there', async (...[, body, code]) => {
    await connect();
    expect(await refused('PATCH', '/connections/hubspot', body)).toMatchObject({ code });
  });

  it('is there once under its name, and what a job finds wrong with it stands in the job', async () => {
    await connect();
    const again = { connector: 'hubspot', origin: hubspot.origin, privateOrigin: true, secrets: { token } };
    expect(await refused('POST', '/connections', again)).toMatchObject({ code: 'connection.exists' });
    const job = await finish({ kind: 'sync', connection: 'other' });
    expect(job).toMatchObject({ state: 'failed', error: { code: 'connection.unknown' } });
  });

  it('lets its secrets out in no answer, job or file, also when they are refused', async () => {
    const wrong = 'pat-eu1-do-not-tell-anybody';
    const answer = await api.call('POST', '/connections', {
      connector: 'hubspot',
      origin: hubspot.origin,
      privateOrigin: true,
      secrets: { token: wrong },
    });
    const said = [await answer.text(), JSON.stringify(await connect())];
    said.push(JSON.stringify(await finish({ kind: 'sync', connection: 'hubspot' })));
    for (const path of ['/connectors', '/connections', '/connections/hubspot', '/jobs'])
      said.push(JSON.stringify(await api.document('GET', path)));
    said.push(await everyByte());
    for (const text of said) {
      expect(text.includes(token)).toBe(false);
      expect(text.includes(wrong)).toBe(false);
    }
  });
});
