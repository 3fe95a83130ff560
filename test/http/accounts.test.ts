import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import readXlsxFile from 'read-excel-file/node';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sampleDay } from '../../samples/index.ts';
import { openWorkspace } from '../../src/app/compose.ts';
import { scoreAccounts } from '../../src/app/score-accounts.ts';
import { readProfile } from '../../src/stages/profile/index.ts';
import { clinicsPage } from '../score-workspace.ts';
import { openApi, type TestApi } from './api.ts';
import { importSample } from './sample.ts';

let api: TestApi;
const at = `${sampleDay}T08:00:00.000Z`;

beforeAll(async () => {
  api = await openApi();
  await importSample(api);
  const profile = readProfile(clinicsPage);
  await api.workspace.store.saveProfile({ profile, at, by: 'Ana', why: null, snapshot: null, publish: true });
});

afterAll(() => api.close());

/** Scores as another process would: the server must notice. */
async function score() {
  const workspace = await openWorkspace(api.folder, { create: false });
  const request = { profile: null, version: null, asOf: sampleDay, include: [], at, onProgress: () => {} };
  const { result } = await scoreAccounts(workspace, request);
  await workspace.engine.close();
  await workspace.store.close();
  return result;
}

interface Rows {
  readonly kind: string;
  readonly matching: number;
  readonly accounts: readonly { readonly id: string; readonly name: string; readonly tier: string | null }[];
}

const get = <T = Record<string, unknown>>(path: string) => api.document('GET', path) as Promise<T>;

describe('the list over HTTP', () => {
  it('tells that nothing is scored until it is, by whatever process', async () => {
    expect(await get('/list')).toMatchObject({ kind: 'list', scoring: null });
    for (const path of ['/list/accounts', '/list/counts', '/list/outcomes'])
      expect(await get(path)).toEqual({ kind: 'not-scored' });
    const { run, tiers } = await score();
    expect(await get('/list')).toMatchObject({ scoring: { run, tiers } });
    expect((await get<Rows>('/list/accounts?standing=scored&limit=5')).accounts).toHaveLength(5);
    expect(await get('/list/outcomes')).toMatchObject({ kind: 'outcomes', run });
  });

  describe('once scored', () => {
    beforeEach(async () => {
      await score();
    });

    it('is filtered by names given once or several times, and ordered as asked', async () => {
      const filters = 'tier=A&tier=B&search=cl%C3%ADnica';
      const page = await get<Rows>(`/list/accounts?${filters}&sort=name&direction=desc`);
      expect(new Set(page.accounts.map(({ tier }) => tier))).toEqual(new Set(['A', 'B']));
      const names = page.accounts.map(({ name }) => name);
      expect(names[0]! > names.at(-1)!).toBe(true);
      expect(await get(`/list/counts?${filters}`)).toMatchObject({ kind: 'counts', matching: page.matching });
    });

    it('refuses what it does not know', async () => {
      for (const path of ['/list/accounts?limit=0', '/list/accounts?tier=Z', '/list/accounts?color=red'])
        expect(await (await api.call('GET', path)).json()).toMatchObject({
          code: 'http.bad-request',
          status: 400,
        });
      expect(await (await api.call('GET', '/accounts/nobody-is-called-so')).json()).toMatchObject({
        code: 'account.missing',
        status: 404,
      });
    });

    it('shows one account with its sum, its events and its people', async () => {
      const { accounts } = await get<Rows>('/list/accounts?timing=hot&limit=1');
      const { id } = accounts[0]!;
      expect(await get(`/accounts/${id}`)).toMatchObject({ account: { id } });
    });

    it('is a file for spreadsheets, of which nothing is left behind', async () => {
      const csv = await api.call('GET', '/list/file?tier=A&format=csv');
      const named = `attachment; filename="accounts-${sampleDay}.csv"`;
      expect(csv.headers.get('content-disposition')).toBe(named);
      const page = await get<Rows>('/list/accounts?tier=A&limit=500');
      expect((await csv.text()).trimEnd().split('\n')).toHaveLength(1 + page.matching);
      const workbook = join(api.folder, 'list.xlsx');
      const xlsx = await api.call('GET', '/list/file?tier=A&format=xlsx');
      await writeFile(workbook, Buffer.from(await xlsx.arrayBuffer()));
      expect(JSON.stringify(await readXlsxFile(workbook))).toContain(page.accounts[0]!.name);
      await expect.poll(() => readdir(join(api.folder, 'data', 'drafts'))).toEqual([]);
    });

    it('tries other points and tiers, and keeps them as a new version', async () => {
      const edit = { points: [{ line: 'fit-1', points: 2 }], tiers: { A: 8, B: 5, C: 2 }, why: 'trial' };
      const revise = (save: boolean) => api.document('POST', '/list/card', { ...edit, save });
      const tried = (await revise(false)) as { after: unknown };
      expect(tried).toMatchObject({ kind: 'revised', saved: null });
      expect(await revise(true)).toMatchObject({ saved: { version: 2, changed: true }, after: tried.after });
      const wrong = { ...edit, tiers: { A: 2, B: 5, C: 2 }, save: false };
      expect((await api.call('POST', '/list/card', wrong)).status).toBe(400);
    });
  });
});
