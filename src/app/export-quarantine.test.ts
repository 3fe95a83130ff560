import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type TestWorkspace, testWorkspace } from '../../test/test-workspace.ts';
import { exportQuarantine } from './export-quarantine.ts';

let workspace: TestWorkspace;
let folder: string;

beforeEach(async () => {
  workspace = await testWorkspace();
  folder = await mkdtemp(join(tmpdir(), 'bestfit-export-'));
});

afterEach(async () => {
  await workspace.dispose();
  await rm(folder, { recursive: true });
});

async function exported(source: string | null): Promise<readonly Record<string, unknown>[]> {
  const to = join(folder, 'quarantine.json');
  await exportQuarantine(workspace, { to, format: 'json', force: false, source });
  const lines = (await readFile(to, 'utf8')).trim().split('\n');
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
}

const customers = 'Company,Contract value\nAcme,1000\nBolt,see contract\nCobra,900\nDelta,800\n';
const deals = 'Deal ID,company,Outcome\nD1,Acme,Won\nD2,Bolt,Lost\nD1,Acme,Won\n';

describe('exporting the quarantine', () => {
  it('gives every row set aside with its file, line, reason and own cells', async () => {
    await workspace.import({ 'customers.csv': customers, 'deals.csv': deals });
    expect(await exported(null)).toEqual([
      {
        quarantine_file: 'customers.csv',
        quarantine_line: '3',
        quarantine_reason: 'Contract value: not a sum of money',
        Company: 'Bolt',
        'Contract value': 'see contract',
        'Deal ID': null,
        Outcome: null,
      },
      {
        quarantine_file: 'deals.csv',
        quarantine_line: '4',
        quarantine_reason: 'Deal ID: the same deal as line 2',
        Company: 'Acme',
        'Contract value': null,
        'Deal ID': 'D1',
        Outcome: 'Won',
      },
    ]);
  });

  it('can be narrowed to one file, whose own columns it then has', async () => {
    await workspace.import({ 'customers.csv': customers, 'deals.csv': deals });
    const [row, ...others] = await exported('deals.csv');
    expect(others).toEqual([]);
    expect(Object.keys(row ?? {})).toEqual([
      'quarantine_file',
      'quarantine_line',
      'quarantine_reason',
      'Deal ID',
      'company',
      'Outcome',
    ]);
  });

  it('gives a line that was no row as its text', async () => {
    await workspace.import({ 'customers.csv': `${customers}Echo,1,2,3,4\n` });
    const rows = await exported(null);
    expect(rows.find((row) => row.quarantine_line === '6')).toMatchObject({
      quarantine_text: 'Echo,1,2,3,4',
    });
  });

  it('of its own earlier export does not double its columns', async () => {
    const header = 'quarantine_line,Company,Contract value';
    await workspace.import({ 'customers.csv': `${header}\n7,Acme,1000\n9,Bolt,unclear\n11,Cobra,900\n` });
    expect(await exported(null)).toMatchObject([{ quarantine_line: '3', Company: 'Bolt' }]);
  });

  it('is refused when nothing was set aside, or nothing of that file', async () => {
    await workspace.import({ 'accounts.csv': 'Company,Industry\nAcme,retail\n' });
    await expect(exported(null)).rejects.toMatchObject({ code: 'export.nothing-set-aside' });
    await workspace.import({ 'customers.csv': customers });
    await expect(exported('accounts.csv')).rejects.toMatchObject({ code: 'export.nothing-set-aside' });
    await expect(exported('other.csv')).rejects.toMatchObject({ code: 'usage.bad-option' });
  });
});
