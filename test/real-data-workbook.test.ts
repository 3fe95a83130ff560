import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { needsRealData, realData } from './real-data.ts';
import { documentOf, runCli } from './run-cli.ts';
import { workbookOfFiles } from './workbook-of-files.ts';

const names = ['accounts', 'sales_pipeline', 'products', 'sales_teams'] as const;
const file = (name: string) => join(realData, 'maven_crm', `${name}.csv`);

describe.skipIf(realData === '')(`a CRM export in one workbook (${needsRealData})`, () => {
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'bestfit-workbook-'));
    const book = await workbookOfFiles(names.map((sheet) => ({ sheet, path: file(sheet) })));
    await writeFile(join(folder, 'crm.xlsx'), book);
  });

  afterAll(() => rm(folder, { recursive: true }));

  /** Exports of the tables that an import in this time zone gives, as CSV, by the name of the table. */
  async function tables(paths: readonly string[], prefix: string, zone: string): Promise<readonly string[]> {
    const workspace = join(folder, `${prefix || 'files'}-${zone.replaceAll('/', '-')}`);
    const run = async (...args: readonly string[]) => {
      const done = await runCli([...args, '-w', workspace], { env: { TZ: zone } });
      expect(done).toMatchObject({ status: 0 });
      return done;
    };
    const ending = prefix === '' ? '.csv' : '';
    const said = [
      ['products', 'product'],
      ['sales_teams', 'sales_agent'],
    ].flatMap(([name = '', key]) => {
      const of = `${prefix}${name}${ending}`;
      return ['--as', `${of}=lookup`, '--key', `${of}=${key}`];
    });
    const imported = documentOf(await run('import', ...paths, ...said, '--json'));
    expect(imported).toMatchObject({ files: names.map(() => ({ rows: { quarantined: 0 } })) });
    const exports: string[] = [];
    for (const table of ['accounts', 'deals']) {
      const to = join(workspace, `${table}.csv`);
      await run('export', table, '--to', to);
      exports.push(await readFile(to, 'utf8'));
    }
    return exports;
  }

  it('gives the tables that its files give, in any time zone', async () => {
    const [accounts, deals] = await tables(names.map(file), '', 'Pacific/Auckland');
    expect([accounts, deals].map((text) => text?.trim().split('\n').length)).toEqual([86, 8801]);
    const book = join(folder, 'crm.xlsx');
    expect(await tables([book], 'crm.xlsx#', 'America/Los_Angeles')).toEqual([accounts, deals]);
  }, 120_000);
});
