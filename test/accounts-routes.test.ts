import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import readXlsxFile from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { clinicSample, sampleDay } from '../samples/index.ts';
import { openWorkspace } from '../src/app/compose.ts';
import { importFiles, nothingSaid } from '../src/app/import-files.ts';
import { scoreAccounts } from '../src/app/score-accounts.ts';
import { type Served, serve } from '../src/faces/http/index.ts';
import { accountRoutes } from '../src/faces/http/routes/accounts/index.ts';
import { readProfile } from '../src/stages/profile/index.ts';
import { clinicsPage } from './score-workspace.ts';

let folder: string;
let served: Served;
const at = `${sampleDay}T08:00:00.000Z`;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bestfit-accounts-'));
  const workspace = await openWorkspace(join(folder, 'w'), { create: true });
  const files = clinicSample(7, { customers: 60, prospects: 400 });
  const paths = await Promise.all(
    files.map(async ({ name, text }) => {
      await writeFile(join(folder, name), text);
      return join(folder, name);
    }),
  );
  await importFiles(workspace, {
    paths,
    choices: nothingSaid,
    maps: [],
    covers: 'listed',
    append: false,
    observedOn: null,
    dryRun: false,
    at,
    onProgress: () => {},
  });
  const profile = readProfile(clinicsPage);
  await workspace.store.saveProfile({ profile, at, by: 'test', why: null, snapshot: null, publish: true });
  await workspace.engine.close();
  await workspace.store.close();
  served = await serve({
    path: join(folder, 'w'),
    port: 0,
    asOf: sampleDay,
    by: 'test',
    webFolder: null,
    jobEntry: '',
    apiToken: 'secret',
    today: () => sampleDay,
    onLink: () => {},
  });
});

afterAll(async () => {
  await served.close();
  await rm(folder, { recursive: true, force: true });
});

function ask(path: string, init: RequestInit = {}): Promise<Response> {
  const headers = { authorization: 'Bearer secret', 'content-type': 'application/json', ...init.headers };
  return fetch(`${served.url}/api/v1${path}`, { ...init, headers });
}

/** The answer of a route, held strictly against its own schema. */
async function answer<T = Record<string, unknown>>(
  operationId: string,
  path: string,
  body?: unknown,
): Promise<T> {
  const route = accountRoutes.find((of) => of.operationId === operationId)!;
  const init = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
  const response = await ask(path, init);
  const json: unknown = await response.json();
  expect(response.status, JSON.stringify(json)).toBe(200);
  return (route.response as z.ZodType).parse(json) as T;
}

/** Scores as another process would: the server must notice. */
async function score() {
  const workspace = await openWorkspace(join(folder, 'w'), { create: false });
  const { result } = await scoreAccounts(workspace, {
    profile: null,
    version: null,
    asOf: sampleDay,
    include: [],
    at,
    onProgress: () => {},
  });
  await workspace.engine.close();
  await workspace.store.close();
  return result;
}

interface Rows {
  readonly matching: number;
  readonly accounts: readonly { readonly id: string; readonly name: string; readonly tier: string | null }[];
}

describe('the routes of the list', () => {
  it('tell that nothing is scored, score, and then give list, pages, counts and outcomes', async () => {
    expect(await answer('getList', '/list')).toMatchObject({ kind: 'list', scoring: null });
    for (const [id, path] of [
      ['getListAccounts', '/list/accounts'],
      ['getListCounts', '/list/counts'],
      ['getListOutcomes', '/list/outcomes'],
    ] as const)
      expect(await answer(id, path)).toEqual({ kind: 'not-scored' });
    const scoring = await score();
    expect(await answer('getList', '/list')).toMatchObject({
      scoring: { run: scoring.run, tiers: scoring.tiers },
    });
    const page = await answer<Rows>('getListAccounts', '/list/accounts?standing=scored&limit=5');
    expect(page.accounts).toHaveLength(5);
    expect(await answer('getListOutcomes', '/list/outcomes')).toMatchObject({ kind: 'outcomes' });
  });

  it('filter by names given once or several times, and order by what is asked', async () => {
    await score();
    const query = 'tier=A&tier=B&search=cl%C3%ADnica&sort=name&direction=desc';
    const page = await answer<Rows>('getListAccounts', `/list/accounts?${query}`);
    expect(new Set(page.accounts.map(({ tier }) => tier))).toEqual(new Set(['A', 'B']));
    const counts = await answer<{ matching: number }>(
      'getListCounts',
      '/list/counts?tier=A&tier=B&search=clinica',
    );
    expect(counts.matching).toBe(page.matching);
  });

  it('refuse what they do not know', async () => {
    for (const path of ['/list/accounts?limit=0', '/list/accounts?tier=Z', '/list/accounts?color=red']) {
      const response = await ask(path);
      expect(response.status).toBe(400);
      expect(await response.json()).toMatchObject({ code: 'http.bad-request' });
    }
    expect(await (await ask('/accounts/nobody-is-called-so')).json()).toMatchObject({
      code: 'account.missing',
      status: 404,
    });
  });

  it('show one account with its sum, its events and its people', async () => {
    await score();
    const { accounts } = await answer<Rows>('getListAccounts', '/list/accounts?timing=hot&limit=1');
    const id = accounts[0]!.id;
    const shown = await answer<{ account: { id: string } }>('getAccount', `/accounts/${id}`);
    expect(shown.account.id).toBe(id);
  });

  it('try other points and tiers, and keep them as a new version', async () => {
    await score();
    const edit = { points: [{ line: 'fit-1', points: 2 }], tiers: { A: 8, B: 5, C: 2 }, why: 'trial' };
    const tried = await answer('reviseListCard', '/list/card', { ...edit, save: false });
    expect(tried).toMatchObject({ kind: 'revised', saved: null });
    const kept = await answer('reviseListCard', '/list/card', { ...edit, save: true });
    expect(kept).toMatchObject({ saved: { version: 2, changed: true }, after: tried.after });
    const wrong = { ...edit, tiers: { A: 2, B: 5, C: 2 }, save: false };
    const refused = await ask('/list/card', { method: 'POST', body: JSON.stringify(wrong) });
    expect(refused.status).toBe(400);
  });

  it('hand out the list as a file, with nothing left behind', async () => {
    await score();
    const csv = await ask('/list/file?tier=A&format=csv');
    expect(csv.headers.get('content-disposition')).toBe(`attachment; filename="accounts-${sampleDay}.csv"`);
    const lines = (await csv.text()).trimEnd().split('\n');
    const page = await answer<Rows>('getListAccounts', '/list/accounts?tier=A&limit=500');
    expect(lines).toHaveLength(1 + page.matching);
    const xlsx = await ask('/list/file?tier=A&format=xlsx');
    const workbook = join(folder, 'list.xlsx');
    await writeFile(workbook, Buffer.from(await xlsx.arrayBuffer()));
    const rows = await readXlsxFile(workbook);
    expect(JSON.stringify(rows)).toContain(page.accounts[0]!.name);
    await expect.poll(() => readdir(join(folder, 'w', 'data', 'drafts'))).toEqual([]);
  });
});
