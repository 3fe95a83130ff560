import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type TestWorkspace, testWorkspace } from '../../test/test-workspace.ts';
import { undoImport } from './undo-import.ts';

let workspace: TestWorkspace;

beforeEach(async () => {
  workspace = await testWorkspace();
});

afterEach(() => workspace.dispose());

const accounts = `Company ID,Company name,Website,Employees,Annual revenue,Country,Created
1,Acme Inc,https://www.acme.com,120,"$1,200,000",Spain,2024-01-31
2,Beta S.L.,beta.es,51-200,$500k,Italia,2024-02-28
3,Gamma,gamma.io,35,€2m,US,2024-03-31
`;

describe('an import', () => {
  it('says what each column was taken for and commits typed rows', async () => {
    const result = await workspace.import({ 'accounts.csv': accounts });
    const [file] = result.files;
    expect(file).toMatchObject({
      name: 'accounts.csv',
      connector: 'csv',
      rows: { in: 3, kept: 3, quarantined: 0 },
    });
    expect(file?.mapping.columns.map(({ field }) => field)).toEqual(
      expect.arrayContaining(['account_id', 'name', 'domain', 'employees', 'revenue', 'country']),
    );
    expect(result).toMatchObject({ commit: 1, tables: [{ table: 'accounts', rows: 3 }] });
    const columns = [
      'account_id',
      'domain',
      'country',
      'employees',
      'employees_low',
      'employees_high',
      'revenue',
      'revenue_currency',
    ];
    expect((await workspace.rows('accounts', columns)).map((row) => Object.values(row))).toEqual([
      ['1', 'acme.com', 'ES', 120, 120, 120, 1_200_000, 'USD'],
      ['2', 'beta.es', 'IT', null, 51, 200, 500_000, 'USD'],
      ['3', 'gamma.io', 'US', 35, 35, 35, 2_000_000, 'EUR'],
    ]);
  });

  it('describes every field', async () => {
    await workspace.import({
      'accounts.csv': accounts,
      'customers.csv':
        'Company ID,Contract value,Start date,End date\n1,900,2024-01-05,\n2,400,2023-01-05,2024-01-05\n',
    });
    const fields = (await workspace.store.head())?.snapshot.fields ?? [];
    const field = (name: string) => fields.find((each) => each.table === 'accounts' && each.name === name);
    expect(field('country')).toMatchObject({
      kind: 'category',
      coverage: { known: 3, of: 3 },
      prospects: { known: 2, of: 2 },
      distinct: 3,
      values: [
        { value: 'ES', count: 1 },
        { value: 'IT', count: 1 },
        { value: 'US', count: 1 },
      ],
      sources: ['accounts.csv'],
    });
    expect(field('employees')).toMatchObject({ banded: true, range: { low: 35, high: 200 }, distinct: 3 });
    expect(field('revenue')).toMatchObject({ mixedCurrency: true, unit: null });
  });

  it('reads sums with their currency in a column beside them', async () => {
    const deals =
      'Deal ID,Amount,Currency,Close date,Stage\nd1,100,EUR,2024-01-31,Won\nd2,200,USD,2024-02-28,Lost\nd3,300,EUR,2024-03-31,Won\n';
    await workspace.import({ 'deals.csv': { text: deals, as: 'deals' } });
    const rows = await workspace.rows('deals', ['deal_id', 'amount', 'amount_currency', 'outcome']);
    expect(rows.map((row) => Object.values(row))).toEqual([
      ['d1', 100, 'EUR', 'won'],
      ['d2', 200, 'USD', 'lost'],
      ['d3', 300, 'EUR', 'won'],
    ]);
  });

  it('gives the same data the same snapshot id', async () => {
    const first = await workspace.import({ 'accounts.csv': accounts });
    const again = await workspace.import({ 'accounts.csv': accounts });
    expect(again.snapshot).toBe(first.snapshot);
    expect(again.changes).toEqual([{ table: 'accounts', added: 0, changed: 0, removed: 0 }]);
  });

  it('shows everything and commits nothing when it is a dry run', async () => {
    const shown = await workspace.import({ 'accounts.csv': accounts }, { dryRun: true });
    expect(shown).toMatchObject({ dryRun: true, commit: null, tables: [{ table: 'accounts', rows: 3 }] });
    expect(await workspace.store.head()).toBeNull();
    expect((await workspace.import({ 'accounts.csv': accounts })).snapshot).toBe(shown.snapshot);
  });

  it('takes the mapping that the user gives and keeps it for the source', async () => {
    const text = 'id,firma,xyz\n1,Acme,10\n2,Beta,20\n';
    const maps = [{ column: 'xyz', field: 'employees' }];
    await workspace.import({ 'list.csv': { text, as: 'accounts' } }, { maps });
    await workspace.import({ 'list.csv': text.replace('20', '30') });
    expect(await workspace.rows('accounts', ['employees'])).toEqual([{ employees: 10 }, { employees: 30 }]);
  });

  it('refuses a mapping of a column that no file has', async () => {
    const maps = [{ column: 'Umsatz', field: 'revenue' }];
    await expect(workspace.import({ 'accounts.csv': accounts }, { maps })).rejects.toMatchObject({
      code: 'usage.bad-option',
    });
  });

  it('refuses two files of one name', async () => {
    const paths = [await workspace.write('a/x.csv', accounts), await workspace.write('b/x.csv', accounts)];
    const asked = workspace.import({ one: { path: paths[0] as string }, two: { path: paths[1] as string } });
    await expect(asked).rejects.toMatchObject({ code: 'input.same-name' });
  });

  it('leaves the workspace as it was when one of its files is refused', async () => {
    const before = await workspace.import({ 'accounts.csv': accounts });
    const asked = workspace.import({ 'more.csv': accounts.replace('Acme Inc', 'Other'), 'empty.csv': '' });
    await expect(asked).rejects.toMatchObject({ code: 'input.file-empty', exit: 3 });
    expect((await workspace.store.head())?.snapshot.id).toBe(before.snapshot);
  });
});

describe('rows that do not fit', () => {
  const text = `id,name,employees,Start date,note
1,Acme,120,31/12/2024,a
2,Beta,many,15/02/2025,b
3,Gamma,35,31/02/2025,"two
lines"
4,Delta,40
5,Epsilon,none at all,30/02/2025,c
6,Zeta,12,13/05/2023,d
7,Eta,13,14/05/2023,e
8,Theta,14,15/05/2023,f
9,Iota,15,16/05/2023,g
10,Kappa,16,17/05/2023,h
`;
  const maps = [
    { column: 'employees', field: 'accounts.employees' },
    { column: 'Start date', field: 'customers.started_on' },
  ];

  it('go to quarantine with line, column, value, reason and the row itself', async () => {
    const result = await workspace.import({ 'customers.csv': { text, as: 'customers' } }, { maps });
    expect(result.files[0]).toMatchObject({
      rows: { in: 10, kept: 6, quarantined: 4 },
      quarantine: { total: 4 },
    });
    expect(result.files[0]?.quarantine.first.map(({ line, column, value }) => [line, column, value])).toEqual(
      [
        [3, 'employees', 'many'],
        [4, 'Start date', '31/02/2025'],
        [6, null, null],
        [7, 'employees', 'none at all'],
      ],
    );
    const stored = await workspace.quarantine();
    const third = stored.find((row) => row.line === 4);
    expect(third).toMatchObject({ source: 'customers.csv', reason: expect.stringContaining('28 days') });
    expect(JSON.parse(String(third?.row))).toEqual({
      id: '3',
      name: 'Gamma',
      employees: '35',
      'Start date': '31/02/2025',
      note: 'two\nlines',
    });
    expect(stored.find((row) => row.line === 7)?.reason).toContain('`Start date` too');
  });

  it('leave quarantine when the corrected file is imported again', async () => {
    const other = { text: 'id,name\n9,X\n10,Y\n9,Z\n', as: 'accounts' } as const;
    await workspace.import({ 'customers.csv': { text, as: 'customers' }, 'other.csv': other }, { maps });
    expect(await workspace.quarantine()).toHaveLength(5);
    await workspace.import({ 'customers.csv': 'id,name,employees,Start date\n1,Acme,120,13/05/2023\n' });
    expect(await workspace.quarantine()).toMatchObject([
      { source: 'other.csv', line: 4, reason: 'the same account as line 2' },
    ]);
  });

  it('refuse the whole file when they are more than half of it', async () => {
    const broken = 'id,name,seats\n1,Acme\n2,Beta\n3,Gamma,4\n4,Delta\n';
    await expect(workspace.import({ 'accounts.csv': broken })).rejects.toMatchObject({
      code: 'input.mostly-broken',
      exit: 3,
      params: { rows: 4, broken: 3, first: [{ line: 2 }, { line: 3 }, { line: 5 }] },
    });
    expect(await workspace.store.head()).toBeNull();
  });

  const cell = fc.constantFrom(
    '1',
    '12',
    'abc',
    '',
    'x,y',
    'two\nlines',
    '"q"',
    '31/02/2025',
    '2024-01-31',
    'n/a',
    '€5',
    '10-20',
  );
  const row = fc.array(cell, { minLength: 1, maxLength: 4 });
  const quote = (value: string) => `"${value.replaceAll('"', '""')}"`;

  it('and rows kept are all rows', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 25 }), fc.nat(4), async (rows, kind) => {
        const as = (['accounts', 'deals', 'customers', 'people', 'signals'] as const)[kind] ?? 'accounts';
        const body = rows.map((cells) => cells.map(quote).join(',')).join('\n');
        const text = `id,name,value\n${body}\n`;
        try {
          const { files } = await workspace.import({ 'generated.csv': { text, as } }, { dryRun: true });
          const [file] = files;
          expect(file?.rows.in).toBe(
            rows.filter((cells) => cells.length !== 1 || cells[0] !== '' || true).length,
          );
          expect((file?.rows.kept ?? 0) + (file?.rows.quarantined ?? 0)).toBe(file?.rows.in);
          expect(file?.quarantine.total).toBe(file?.rows.quarantined);
        } catch (error) {
          expect(error).toMatchObject({ code: 'input.mostly-broken' });
          const { rows: read, broken } = (error as { params: { rows: number; broken: number } }).params;
          expect([read, broken * 2 > read]).toEqual([rows.length, true]);
        }
      }),
      { numRuns: 30 },
    );
  });
});

describe('a source imported again', () => {
  const first = 'id,name,employees\n1,Acme,10\n2,Beta,20\n3,Gamma,30\n';
  const second = 'id,name,employees\n1,Acme,10\n2,Beta,25\n4,Delta,40\n';

  it('has its rows replaced, and says what changed', async () => {
    await workspace.import({ 'accounts.csv': { text: first, as: 'accounts' } });
    const result = await workspace.import({ 'accounts.csv': second });
    expect(result.changes).toEqual([{ table: 'accounts', added: 1, changed: 1, removed: 1 }]);
    expect((await workspace.rows('accounts', ['account_id'])).map((row) => row.account_id)).toEqual([
      '1',
      '2',
      '4',
    ]);
  });

  it('has rows added with append, those it already gave set aside', async () => {
    await workspace.import({ 'accounts.csv': { text: first, as: 'accounts' } });
    const result = await workspace.import(
      { 'accounts.csv': 'id,name,employees\n3,Gamma,30\n4,Delta,40\n5,Eps,50\n' },
      { append: true },
    );
    expect(result.files[0]).toMatchObject({ rows: { in: 3, kept: 2, quarantined: 1 } });
    expect((await workspace.rows('accounts', ['account_id'])).map((row) => row.account_id)).toEqual([
      '1',
      '2',
      '3',
      '4',
      '5',
    ]);
    expect(await workspace.quarantine()).toMatchObject([
      { line: 2, reason: 'the same account as a row imported before' },
    ]);
    expect((await workspace.store.head())?.sources[0]?.rows).toEqual({ in: 6, kept: 5, quarantined: 1 });
  });

  it('keeps appended rows without a key apart', async () => {
    const deals = 'Stage,Amount\nWon,10\nLost,20\nWon,30\n';
    await workspace.import({ 'deals.csv': { text: deals, as: 'deals' } });
    await workspace.import({ 'deals.csv': deals }, { append: true });
    const ids = (await workspace.rows('deals', ['deal_id'])).map((row) => row.deal_id);
    expect(ids).toEqual(['row-1', 'row-2', 'row-3', 'row-4', 'row-5', 'row-6']);
  });

  it('is undone to what was there before', async () => {
    const before = await workspace.import({ 'accounts.csv': { text: first, as: 'accounts' } });
    await workspace.import({ 'accounts.csv': second });
    expect(await undoImport(workspace)).toEqual({
      kind: 'undo',
      undone: 'import accounts.csv',
      snapshot: before.snapshot,
    });
    expect((await workspace.rows('accounts', ['account_id'])).map((row) => row.account_id)).toEqual([
      '1',
      '2',
      '3',
    ]);
    expect((await undoImport(workspace)).snapshot).toBeNull();
  });
});

describe('rows that repeat', () => {
  it('are kept and counted where the file has no key', async () => {
    const deals = 'Stage,Amount\nWon,10\nWon,10\nLost,20\nWon,10\n';
    const result = await workspace.import({ 'deals.csv': { text: deals, as: 'deals' } });
    expect(result.files[0]).toMatchObject({ rows: { kept: 4 }, duplicates: { rows: 2, by: 'whole row' } });
  });

  it('are set aside where it has one, the first stays', async () => {
    const text =
      'Domain,Employees\nacme.com,10\nwww.acme.com,20\nbeta.com,30\nhttps://beta.com/x,40\nc.com,1\n';
    const result = await workspace.import({ 'accounts.csv': { text, as: 'accounts' } });
    expect(result.files[0]).toMatchObject({
      rows: { kept: 3, quarantined: 2 },
      duplicates: { rows: 2, by: 'key' },
    });
    expect(await workspace.rows('accounts', ['account_id', 'employees'])).toEqual([
      { account_id: 'acme.com', employees: 10 },
      { account_id: 'beta.com', employees: 30 },
      { account_id: 'c.com', employees: 1 },
    ]);
    expect((await workspace.quarantine()).map(({ line, reason }) => [line, reason])).toEqual([
      [3, 'the same account as line 2'],
      [5, 'the same account as line 4'],
    ]);
  });
});
