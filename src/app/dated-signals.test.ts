import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type TestWorkspace, testWorkspace } from '../../test/test-workspace.ts';
import { applyProfile } from './apply-profile.ts';
import { explainAccount } from './explain-account.ts';
import { exportList } from './export-list.ts';
import { listAccounts } from './list-accounts.ts';

let workspace: TestWorkspace;

beforeEach(async () => {
  workspace = await testWorkspace();
});

afterEach(() => workspace.dispose());

const [july, october] = ['2026-07-01', '2026-10-01'];
const at = '2026-11-20T00:00:00.000Z';
const request = { profile: null, version: null, include: [], asOf: october, at, onProgress: () => undefined };
const page = `profile: Growing
fit:
  firmographic:
    - { field: employees, min: 5, points: 3 }
timing:
  - { signal: { kind: headcount_growth, within: 6 months }, points: 3, half_life: 60 days }
tiers: { A: 3, B: 2, C: 1 }
`;

async function growTwice(): Promise<void> {
  const list = (acme: number) => `id,name,Employees\n1,Acme,${acme}\n2,Beta,20\n`;
  await workspace.import({ 'list.csv': { text: list(10), as: 'accounts' } }, { observedOn: july });
  await workspace.import({ 'list.csv': list(15) }, { observedOn: october });
}

async function whyNow(): Promise<readonly (string | null)[]> {
  await applyProfile(workspace, { text: page, asOf: october, at, by: 'Ana', why: null, force: true });
  const { list } = await listAccounts(workspace, { ...request, limit: 10, offset: 0, ranked: true });
  return list.map(({ why_now }) => why_now);
}

describe('why now', () => {
  const words = `headcount grew between ${july} and ${october} (+3)`;

  it('names both imports between which something changed, in the list, its export and the explanation', async () => {
    await growTwice();
    expect(await whyNow()).toEqual([words, null]);
    const { whyNow: explained } = await explainAccount(workspace, { ...request, account: 'Acme' });
    expect(explained).toBe(words);
    const to = join(workspace.store.path, '..', 'out.csv');
    await exportList(workspace, { ...request, to, format: 'csv', force: true });
    expect(await readFile(to, 'utf8')).toContain(words);
  });

  it('keeps to the day where a file lists such a signal of the same day itself', async () => {
    await growTwice();
    await workspace.import({
      'news.csv': { text: `Company,Kind,Date\nBeta,headcount_growth,${october}\n`, as: 'signals' },
    });
    expect((await whyNow()).toSorted()).toEqual(['headcount grew today (+3)', 'headcount grew today (+3)']);
  });

  it('keeps to the day where no import was compared', async () => {
    await workspace.import({ 'list.csv': { text: 'id,name,Employees\n1,Acme,10\n', as: 'accounts' } });
    await workspace.import({
      'news.csv': { text: 'Company,Kind,Date\nAcme,headcount_growth,2026-09-30\n', as: 'signals' },
    });
    expect(await whyNow()).toEqual(['headcount grew yesterday (+3)']);
  });
});
