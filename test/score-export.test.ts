import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { countTiers } from '../src/app/count-tiers.ts';
import type { ExportFormat } from '../src/app/export-file.ts';
import { exportList } from '../src/app/export-list.ts';
import { exportTable } from '../src/app/export-table.ts';
import { listAccounts } from '../src/app/list-accounts.ts';
import { asc, column, csv, parquet, select } from '../src/base/sql/index.ts';
import { listColumns } from '../src/stages/list/index.ts';
import { clinicsPage, scoredWorkspace, scoreRequest } from './score-workspace.ts';

const names = ['=HYPERLINK("http://x";"y")', '-1', '@home', 'Clínica "Sol", S.L.', '+3'];

const files = {
  'prospects.csv': `Account ID,Company name,Industry,Country,Practitioners,Locations,Tags
${Array.from({ length: 60 }, (_, i) => {
  const name = `"${(names[i] ?? `Clinic ${i}`).replaceAll('"', '""')}"`;
  const industry = i % 7 === 6 ? 'law firm' : 'private clinic';
  const practitioners = i % 5 === 4 ? '' : (i % 20) + 1;
  return `a${i},${name},${industry},${i % 9 === 8 ? '' : 'Spain'},${practitioners},${i % 3},"red; blue"`;
}).join('\n')}
`,
  'signals.csv': `Account ID,Kind,About,Observed on
${Array.from({ length: 30 }, (_, i) => `a${2 * i},hired,Administration,2026-0${(i % 9) + 1}-15`).join('\n')}
`,
  'coverage.csv': `Account ID,Scope,Checked on
a8,scheduling,2026-09-01
a8,clinic management,2026-09-01
`,
  'people.csv': `Person ID,Account ID,Full name,Job title,Email
${Array.from({ length: 20 }, (_, i) => `p${i},a${3 * i},=Ann ${i},${i % 2 ? 'Manager' : 'Receptionist'},p${i}@clinica-ejemplo.es`).join('\n')}
`,
};

/** How the engine writes a CSV. */
const asWritten = { delimiter: ',', quote: '"', escape: '"', header: true, skip: 0 };

const opened = () => scoredWorkspace(files, clinicsPage);
const whole = { limit: null, offset: 0, ranked: false };
const to = (folder: string, format: ExportFormat) => ({
  to: join(folder, `list.${format}`),
  format,
  force: false,
});

it('the tiers counted alone are those of the scored list', async () => {
  const { workspace } = await opened();
  const {
    list: _,
    matching: _m,
    offset: _o,
    run: _r,
    ...summary
  } = await listAccounts(workspace, {
    ...scoreRequest,
    ...whole,
  });
  expect(await countTiers(workspace, scoreRequest)).toEqual(summary);
  expect(summary.accounts).toBe(60);
});

it('the pages of the queue, put together, are the queue', async () => {
  const { workspace } = await opened();
  const queue = { ...scoreRequest, ranked: true };
  const { list } = await listAccounts(workspace, { ...queue, limit: null, offset: 0 });
  const page = async (offset: number) => (await listAccounts(workspace, { ...queue, limit: 7, offset })).list;
  const pages = await Promise.all([0, 7, 14, 21, 28, 35, 42, 49, 56, 63].map(page));
  expect(pages.flat()).toEqual(list);
  expect(list.length).toBeGreaterThan(30);
});

describe('the exported list', () => {
  it('holds what the list shows, in its order, with the columns of the design', async () => {
    const { workspace, folder } = await opened();
    const { list } = await listAccounts(workspace, { ...scoreRequest, ...whole });
    const request = { ...scoreRequest, includeOut: true };
    const json = await exportList(workspace, { ...request, ...to(folder, 'json') });
    const lines = readFileSync(json.path, 'utf8').trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line))).toEqual(list);
    expect(json).toMatchObject({ rows: 60, columns: Object.keys(listColumns), neutralised: 0 });
    expect(Object.keys(JSON.parse(lines[0] ?? ''))).toEqual(Object.keys(listColumns));
    expect(new Set(list.map(({ disqualified_by }) => disqualified_by === null)).size).toBe(2);
    expect(new Set(list.map(({ why_now }) => why_now === null)).size).toBe(2);
    expect(list.find(({ account_id }) => account_id === 'a8')?.unknown).toBe(
      'may be outside the market by country',
    );
    expect(new Set(list.map(({ committee_found }) => committee_found)).size).toBe(3);

    const stored = await exportList(workspace, { ...request, ...to(folder, 'parquet') });
    const columns = Object.keys(listColumns).map((name) => column(name));
    const rows = await workspace.engine.rows(select({ columns, from: parquet(stored.path) }));
    expect(rows).toEqual(list);
    const types = await workspace.engine.describe(select({ columns, from: parquet(stored.path) }));
    expect(Object.fromEntries(types.map(({ name, type }) => [name, type]))).toEqual(listColumns);
  });

  it('as CSV runs in no spreadsheet, and leaves plain numbers alone', async () => {
    const { workspace, folder } = await opened();
    const { list } = await listAccounts(workspace, { ...scoreRequest, ...whole });
    const written = await exportList(workspace, {
      ...scoreRequest,
      ...to(folder, 'csv'),
      includeOut: true,
    });
    const contacts = list.filter(({ best_contact }) => best_contact !== null).length;
    expect(written).toMatchObject({ rows: 60, neutralised: 2 + contacts });
    const from = csv(written.path, { ...asWritten, names: Object.keys(listColumns) });
    const read = ['account_id', 'name', 'best_contact', 'rank'].map((name) => column(name));
    const rows = await workspace.engine.rows(select({ columns: read, from }));
    expect(rows.map((row) => row.account_id)).toEqual(list.map(({ account_id }) => account_id));
    const found = new Map(rows.map((row) => [row.account_id, row.name]));
    expect([0, 1, 2, 3, 4].map((i) => found.get(`a${i}`))).toEqual([
      '\'=HYPERLINK("http://x";"y")',
      '-1',
      "'@home",
      'Clínica "Sol", S.L.',
      '+3',
    ]);
    expect(rows.every((row) => row.best_contact === null || String(row.best_contact).startsWith("'="))).toBe(
      true,
    );
  });

  it('holds only the queue unless asked, and only the tiers, plays and owners asked for', async () => {
    const { workspace, folder } = await opened();
    const { list, tiers } = await listAccounts(workspace, { ...scoreRequest, ...whole });
    const rowsOf = async (more: object) => {
      const target = { ...to(folder, 'json'), force: true };
      const { path } = await exportList(workspace, { ...scoreRequest, ...target, ...more });
      const text = readFileSync(path, 'utf8').trimEnd();
      return text === '' ? [] : text.split('\n').map((line) => JSON.parse(line).account_id);
    };
    const idsOf = (keep: (account: (typeof list)[number]) => boolean) =>
      list.filter(keep).map(({ account_id }) => account_id);
    expect(await rowsOf({})).toEqual(idsOf(({ rank }) => rank !== null));
    expect(await rowsOf({ tiers: ['B', 'C'] })).toEqual(idsOf(({ tier }) => tier === 'B' || tier === 'C'));
    expect(tiers.B + tiers.C).toBeGreaterThan(0);
    expect(await rowsOf({ plays: ['out'], includeOut: true })).toEqual(idsOf(({ play }) => play === 'out'));
    expect(await rowsOf({ owner: 'nobody' })).toEqual([]);
  });
});

describe('an export', () => {
  it('may replace what it wrote, nothing else', async () => {
    const { workspace, folder } = await opened();
    const request = { ...scoreRequest, ...to(folder, 'csv') };
    await exportList(workspace, request);
    const { path } = await exportList(workspace, request);
    const text = readFileSync(path, 'utf8');
    writeFileSync(path, 'my notes');
    await expect(exportList(workspace, request)).rejects.toMatchObject({ code: 'export.exists' });
    expect(readFileSync(path, 'utf8')).toBe('my notes');
    await exportList(workspace, { ...request, force: true });
    expect(readFileSync(path, 'utf8')).toBe(text);
    expect(readdirSync(folder).filter((name) => name.includes('list'))).toEqual(['list.csv']);
  });

  it('of a table holds every row and column of the table', async () => {
    const { workspace, folder } = await opened();
    const written = await exportTable(workspace, { table: 'accounts', ...to(folder, 'json') });
    const rows = readFileSync(written.path, 'utf8').trimEnd().split('\n');
    expect(written.rows).toBe(60);
    expect(rows).toHaveLength(60);
    expect(JSON.parse(rows.find((row) => row.includes('"a3"')) ?? '')).toMatchObject({
      account_id: 'a3',
      name: 'Clínica "Sol", S.L.',
      industry: 'private clinic',
      country: 'ES',
      practitioners: 4,
    });
    const signals = await exportTable(workspace, { table: 'signals', ...to(folder, 'csv') });
    const from = csv(signals.path, { ...asWritten, names: signals.columns });
    const [first] = await workspace.engine.rows(
      select({
        columns: [column('account_id'), column('observed_on')],
        from,
        orderBy: [asc(column('account_id'))],
      }),
    );
    expect(first).toEqual({ account_id: 'a0', observed_on: '2026-01-15' });
  });

  it('of a table that is not there names those that are', async () => {
    const { workspace, folder } = await opened();
    await expect(exportTable(workspace, { table: 'deals', ...to(folder, 'csv') })).rejects.toMatchObject({
      code: 'export.no-table',
      params: { tables: expect.arrayContaining(['accounts', 'people', 'signals']) },
    });
  });
});
