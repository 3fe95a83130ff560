import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type TestWorkspace, testWorkspace } from '../../test/test-workspace.ts';
import type { Field, TableName } from '../stages/dataset/index.ts';
import { reportQuality } from './report-quality.ts';
import { type Spelling, setField } from './set-field.ts';
import { showField } from './show-field.ts';
import { undoImport } from './undo-import.ts';

const at = '2026-11-20T10:00:00.000Z';
const asOf = '2026-11-20';

const accounts = `Company,Industry,Happiness,Seats
Acme,technology,1,5
Bolt,technolgy,2,6
Cobra,retail,3,7
Delta,technology,4,8
Echo,Unknown,5,9
`;

let workspace: TestWorkspace;

beforeEach(async () => {
  workspace = await testWorkspace();
});

afterEach(() => workspace.dispose());

async function fieldNow(name: string): Promise<Field | undefined> {
  return (await workspace.store.head())?.snapshot.fields.find((field) => field.name === name);
}

/** What a column holds, sorted: rows have no order of their own. */
async function held(table: TableName, name: string): Promise<readonly (string | null)[]> {
  const rows = await workspace.rows(table, [name]);
  return rows.map((row) => row[name] as string | null).toSorted();
}

describe('when a field is known', () => {
  it('is recorded as a commit that undo takes back', async () => {
    await workspace.import({ 'accounts.csv': accounts });
    const before = await workspace.store.head();
    const change = await setField(workspace, { table: null, field: 'happiness', known: 'after', at });
    expect(change).toMatchObject({
      table: 'accounts',
      field: { known: 'after', knownBy: 'user' },
      notes: [],
    });
    expect(change.snapshot).not.toBe(before?.snapshot.id);
    expect((await workspace.store.head())?.what).toBe('field accounts.happiness known after the sale');
    await undoImport(workspace);
    expect(await workspace.store.head()).toEqual(before);
  });

  it('survives importing the same file again, and another file beside it', async () => {
    await workspace.import({ 'accounts.csv': accounts });
    await setField(workspace, {
      table: null,
      field: 'happiness',
      known: 'after',
      layer: 'psychographic',
      at,
    });
    await workspace.import({ 'accounts.csv': `${accounts}Foxtrot,retail,6,10\n` });
    await workspace.import({ 'more.csv': 'Company,Industry\nGolf,finance\n' });
    expect(await fieldNow('happiness')).toMatchObject({
      known: 'after',
      knownBy: 'user',
      layer: 'psychographic',
      coverage: { known: 6, of: 7 },
    });
  });

  it('leaves the tables as they are', async () => {
    await workspace.import({ 'accounts.csv': accounts });
    const before = (await workspace.store.head())?.snapshot.tables;
    await setField(workspace, { table: 'accounts', field: 'Happiness', known: 'before', at });
    expect((await workspace.store.head())?.snapshot.tables).toEqual(before);
  });

  it('said a second time changes nothing', async () => {
    await workspace.import({ 'accounts.csv': accounts });
    const once = await setField(workspace, { table: null, field: 'happiness', known: 'after', at });
    const twice = await setField(workspace, { table: null, field: 'happiness', known: 'after', at });
    expect(twice).toMatchObject({ commit: null, snapshot: once.snapshot });
    expect((await workspace.store.head())?.id).toBe(once.commit);
  });
});

describe('merging spellings', () => {
  it('rewrites the values, counts them anew and is taken back by undo', async () => {
    await workspace.import({ 'accounts.csv': accounts });
    const merge = [{ from: 'technolgy', to: 'technology' }];
    const change = await setField(workspace, { table: null, field: 'industry', merge, at });
    expect(change.merged).toEqual([{ from: 'technolgy', to: 'technology', rows: 1 }]);
    expect(change.field.top[0]).toEqual({ value: 'technology', count: 3 });
    expect(change.notes).toEqual([]);
    expect(await held('accounts', 'industry')).toEqual([
      'Unknown',
      'retail',
      'technology',
      'technology',
      'technology',
    ]);
    await undoImport(workspace);
    expect(await held('accounts', 'industry')).toContain('technolgy');
  });

  it('an empty new value makes the old one unknown', async () => {
    await workspace.import({ 'accounts.csv': accounts });
    const merge = [{ from: 'Unknown', to: '' }];
    const change = await setField(workspace, { table: null, field: 'industry', merge, at });
    expect(change.field.coverage).toEqual({ known: 4, of: 5 });
    expect(await held('accounts', 'industry')).toContain(null);
  });

  it('later imports of other files work with the merged values', async () => {
    await workspace.import({ 'accounts.csv': accounts });
    const merge = [{ from: 'technolgy', to: 'technology' }];
    await setField(workspace, { table: null, field: 'industry', merge, at });
    await workspace.import({ 'more.csv': 'Company,Industry\nGolf,finance\n' });
    expect(await held('accounts', 'industry')).toEqual([
      'Unknown',
      'finance',
      'retail',
      'technology',
      'technology',
      'technology',
    ]);
  });

  it('makes a join find what it missed', async () => {
    await workspace.import({
      'deals.csv':
        'Deal ID,Company,Outcome,Product\nD1,Acme,Won,GTX Pro\nD2,Bolt,Won,GTXPro\nD3,Echo,Lost,GTX Pro\n',
      'products.csv': { text: 'Product,Series\nGTX Pro,GTX\n', as: 'lookup', key: 'Product' },
    });
    expect(await held('deals', 'series')).toEqual(['GTX', 'GTX', null]);
    const merge = [{ from: 'GTXPro', to: 'GTX Pro' }];
    await setField(workspace, { table: null, field: 'product', merge, at });
    expect(await held('deals', 'series')).toEqual(['GTX', 'GTX', 'GTX']);
    const { findings } = await reportQuality(workspace, { asOf });
    expect(findings.filter(({ kind }) => kind === 'unmatched')).toEqual([]);
  });

  it('an account written wrongly in another file finds its account', async () => {
    await workspace.import({
      'accounts.csv': 'Company,Industry\nAcme Dental,retail\nBolt Clinic,retail\n',
      'deals.csv': 'Deal ID,Company,Outcome\nD1,Acme Dental,Won\nD2,Bolt Clinicc,Lost\n',
    });
    const before = await reportQuality(workspace, { asOf });
    const [unmatched] = before.findings.filter(({ kind }) => kind === 'unmatched');
    expect(unmatched?.fix).toBe('bestfit field name --merge "Bolt Clinicc=Bolt Clinic"');
    const merge = [{ from: 'Bolt Clinicc', to: 'Bolt Clinic' }];
    await setField(workspace, { table: 'accounts', field: 'name', merge, at });
    expect(await held('accounts', 'name')).toEqual(['Acme Dental', 'Bolt Clinic']);
    const { findings } = await reportQuality(workspace, { asOf });
    expect(findings.filter(({ kind }) => kind === 'unmatched')).toEqual([]);
  });

  it('a value that no row has is refused, and the nearest named', async () => {
    await workspace.import({ 'accounts.csv': accounts });
    const merge = [{ from: 'tecnology', to: 'technology' }];
    const refused = setField(workspace, { table: null, field: 'industry', merge, at });
    await expect(refused).rejects.toMatchObject({
      code: 'field.value-missing',
      params: { value: 'tecnology', nearest: 'technology' },
    });
    expect((await workspace.store.commits()).length).toBe(1);
  });

  it('is refused for numbers, for ids, and in circles', async () => {
    await workspace.import({ 'accounts.csv': accounts });
    const attempt = (field: string, merge: { from: string; to: string }[]) =>
      setField(workspace, { table: 'accounts', field, merge, at });
    const bad = { code: 'usage.bad-option' };
    await expect(attempt('seats', [{ from: '5', to: '6' }])).rejects.toMatchObject(bad);
    await expect(attempt('account_id', [{ from: 'acme', to: 'bolt' }])).rejects.toMatchObject(bad);
    const circle = [
      { from: 'technolgy', to: 'retail' },
      { from: 'retail', to: 'technolgy' },
    ];
    await expect(attempt('industry', circle)).rejects.toMatchObject(bad);
  });
});

describe('spellings inside sets', () => {
  const tools = `Company,Gadgets,Notes
Acme,CRM; Mailchimp,
Bolt,crm;Mailchimp,
Cobra,Mailchmp; CRM; none,
Delta,CRM;Slack,
Echo,none,
Fox,,
`;
  const elements = async () =>
    (await workspace.rows('accounts', ['name', 'gadgets'])).map((row) => row.gadgets);
  const mended = [
    ['CRM', 'Mailchimp'],
    ['CRM', 'Mailchimp'],
    ['Mailchimp', 'CRM'],
    ['CRM', 'Slack'],
    null,
    null,
  ];

  it('come with the command that merges them, which ends the question', async () => {
    await workspace.import({ 'accounts.csv': tools });
    const found = async () => {
      const { findings } = await reportQuality(workspace, { asOf });
      return findings.filter(({ field, kind }) => field === 'gadgets' && kind === 'near-duplicates');
    };
    expect(await found()).toMatchObject([
      { fix: 'bestfit field gadgets --merge "crm=CRM" --merge "Mailchmp=Mailchimp"' },
    ]);
    const merge = [
      { from: 'crm', to: 'CRM' },
      { from: 'Mailchmp', to: 'Mailchimp' },
      { from: 'none', to: '' },
    ];
    const change = await setField(workspace, { table: null, field: 'gadgets', merge, at });
    expect(change.merged.map(({ rows }) => rows)).toEqual([1, 1, 2]);
    expect(await elements()).toEqual(mended);
    expect(await found()).toEqual([]);
  });

  it('are kept when the file is imported again, and undo brings them back', async () => {
    await workspace.import({ 'accounts.csv': tools });
    const given = await elements();
    const merge = [
      { from: 'crm', to: 'CRM' },
      { from: 'Mailchmp', to: 'Mailchimp' },
      { from: 'none', to: '' },
    ];
    await setField(workspace, { table: null, field: 'gadgets', merge, at });
    await workspace.import({ 'accounts.csv': tools });
    expect(await elements()).toEqual(mended);
    await undoImport(workspace);
    await undoImport(workspace);
    expect(await elements()).toEqual(given);
  });

  it('that no set holds are refused, and the nearest named', async () => {
    await workspace.import({ 'accounts.csv': tools });
    const merge = [{ from: 'Slak', to: 'Slack' }];
    const refused = setField(workspace, { table: null, field: 'gadgets', merge, at });
    await expect(refused).rejects.toMatchObject({
      code: 'field.value-missing',
      params: { nearest: 'Slack' },
    });
  });
});

describe('survival', () => {
  it('merges and labels survive importing the file again', async () => {
    await workspace.import({ 'accounts.csv': accounts });
    const decide = (merge: readonly Spelling[], label: string) =>
      setField(workspace, { table: null, field: 'industry', merge, label, at });
    await decide([{ from: 'technolgy', to: 'technology' }], 'Line of trade');
    await decide([{ from: 'technology', to: 'tech' }], 'Sector');
    await decide([{ from: 'Unknown', to: '' }], 'Sector');
    await workspace.import({ 'accounts.csv': `${accounts}Golf,technolgy,3,3\n` });
    expect(await held('accounts', 'industry')).toEqual(
      [null, 'retail', 'tech', 'tech', 'tech', 'tech'].toSorted(),
    );
    expect(await fieldNow('industry')).toMatchObject({ label: 'Sector', coverage: { known: 5, of: 6 } });
  });
});

describe('currencies', () => {
  const customers = 'Company,Contract value\nAcme,1000\nBolt,1200\n';

  it('sums without one get it, also when the file is imported again', async () => {
    await workspace.import({ 'customers.csv': customers });
    await setField(workspace, { table: null, field: 'contract_value', currency: 'EUR', at });
    expect(await fieldNow('contract_value')).toMatchObject({ unit: 'EUR', mixedCurrency: false });
    await workspace.import({ 'customers.csv': `${customers}Cobra,900\n` });
    expect(await fieldNow('contract_value')).toMatchObject({ unit: 'EUR', coverage: { known: 3, of: 3 } });
  });

  it('only those without one among sums in several currencies get it', async () => {
    await workspace.import({
      'customers.csv': 'Company,Contract value\nAcme,€1000\nBolt,$1200\nCobra,900\nDelta,€700\nEcho,€600\n',
    });
    await setField(workspace, { table: null, field: 'contract_value', currency: 'GBP', at });
    expect(await held('customers', 'contract_value_currency')).toEqual(['EUR', 'EUR', 'EUR', 'GBP', 'USD']);
  });

  it('are refused for other fields and for unknown codes', async () => {
    await workspace.import({ 'customers.csv': customers });
    for (const [field, currency] of [
      ['name', 'EUR'],
      ['contract_value', 'EURO'],
    ] as const) {
      const refused = setField(workspace, { table: null, field, currency, at });
      await expect(refused).rejects.toMatchObject({ code: 'usage.bad-option' });
    }
  });
});

describe('finding a field', () => {
  it('works by name, by table and name, and by label', async () => {
    await workspace.import({ 'accounts.csv': accounts });
    for (const field of ['seats', 'accounts.seats', 'Seats'])
      expect(await showField(workspace, { table: null, field, asOf })).toMatchObject({
        field: { name: 'seats' },
      });
  });

  it('names the nearest when there is none', async () => {
    await workspace.import({ 'accounts.csv': accounts });
    await expect(showField(workspace, { table: null, field: 'industri', asOf })).rejects.toMatchObject({
      code: 'field.missing',
      params: { nearest: 'industry' },
    });
  });

  it('asks for the table when several have one of that name', async () => {
    await workspace.import({ 'deals.csv': 'Deal ID,Company,Outcome\nD1,Acme,Won\n' });
    await expect(showField(workspace, { table: null, field: 'account_id', asOf })).rejects.toMatchObject({
      code: 'field.ambiguous',
      params: { tables: expect.arrayContaining(['accounts', 'deals']) },
    });
  });
});

const sized = `Company,Seats,Joined,Revenue
Acme,5,2024-01-02,€10
Bolt,6,1900-01-01,€20
Cobra,70000,2024-03-04,€30
Delta,8-12,2031-01-01,€40
`;

describe('numbers and dates that cannot be right', () => {
  it('beyond the range are unknown, bands too, at once and when the file is imported again', async () => {
    await workspace.import({ 'accounts.csv': sized });
    const between = { low: null, high: 10 };
    const change = await setField(workspace, { table: null, field: 'seats', between, at });
    expect(change.emptied).toBe(2);
    const rows = await workspace.rows('accounts', ['name', 'seats', 'seats_low', 'seats_high']);
    expect(rows.find(({ name }) => name === 'Delta')).toMatchObject({ seats_low: null, seats_high: null });
    await workspace.import({ 'accounts.csv': sized });
    expect(await workspace.rows('accounts', ['name', 'seats'])).toEqual(
      expect.arrayContaining([
        { name: 'Acme', seats: 5 },
        { name: 'Cobra', seats: null },
        { name: 'Delta', seats: null },
      ]),
    );
  });

  it('a placeholder day and days to come are unknown, and undo brings them back', async () => {
    await workspace.import({ 'accounts.csv': sized });
    const decision = { between: { low: null, high: '2026-11-20' }, unknown: ['1900-01-01'] };
    const change = await setField(workspace, { table: null, field: 'joined', ...decision, at });
    expect(change.emptied).toBe(2);
    expect(await held('accounts', 'joined')).toEqual(['2024-01-02', '2024-03-04', null, null]);
    await undoImport(workspace);
    expect(await held('accounts', 'joined')).toContain('1900-01-01');
  });

  it('a factor on one file changes its sums only, and what was said of values before moves with it', async () => {
    await workspace.import({
      'one.csv': 'Company,Revenue\nAcme,€10\nBolt,€900\n',
      'two.csv': 'Company,Revenue\nCobra,€30000\n',
    });
    await setField(workspace, { table: null, field: 'revenue', between: { low: null, high: 50_000 }, at });
    await setField(workspace, { table: null, field: 'revenue', times: 1000, source: 'one.csv', at });
    const revenues = async () =>
      Object.fromEntries(
        (await workspace.rows('accounts', ['name', 'revenue'])).map(({ name, revenue }) => [name, revenue]),
      );
    expect(await revenues()).toEqual({ Acme: 10_000, Bolt: 900_000, Cobra: 30_000 });
    await workspace.import({ 'one.csv': 'Company,Revenue\nAcme,€10\nBolt,€900\nDelta,€60000\n' });
    expect(await revenues()).toEqual({ Acme: 10_000, Bolt: 900_000, Cobra: 30_000, Delta: null });
  });

  it('are refused where they make no sense', async () => {
    await workspace.import({ 'accounts.csv': sized });
    const attempt = (field: string, decision: object) =>
      setField(workspace, { table: null, field, ...decision, at });
    const bad = { code: 'usage.bad-option' };
    await expect(attempt('name', { between: { low: 1, high: 2 } })).rejects.toMatchObject(bad);
    await expect(attempt('seats', { unknown: ['2024-01-01'] })).rejects.toMatchObject(bad);
    await expect(attempt('joined', { between: { low: 3, high: null } })).rejects.toMatchObject(bad);
    await expect(attempt('joined', { times: 2 })).rejects.toMatchObject(bad);
    await expect(attempt('seats', { times: 2, source: 'none.csv' })).rejects.toMatchObject(bad);
  });
});
