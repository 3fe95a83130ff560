import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type TestWorkspace, testWorkspace } from '../../../test/test-workspace.ts';
import { reportQuality } from '../report-quality.ts';
import { setField } from '../set-field.ts';
import { undoImport } from '../undo-import.ts';

const at = '2026-11-20T10:00:00.000Z';
const accounts = `Account ID,Company,Website,Employees,Industry,Revenue
1,Acme,acme.com,,retail,€10
2,Acme Iberia,https://www.acme.com/es,51-200,food,$20
3,Acme Portugal,acme.com,300,,
4,Bolt,bolt.com,40,retail,€30
`;
const deals = 'Deal ID,Account ID,Outcome\nD1,1,Won\nD2,2,Lost\nD3,3,Won\nD4,4,Lost\n';

let workspace: TestWorkspace;

beforeEach(async () => {
  workspace = await testWorkspace();
});

afterEach(() => workspace.dispose());

function decide(decision: { one?: string[]; apart?: string[] }, field = 'domain') {
  return setField(workspace, { table: 'accounts', field, ...decision, at });
}

async function sharedDomains() {
  const { findings } = await reportQuality(workspace, { asOf: '2026-12-01' });
  return findings.filter(({ kind, field }) => kind === 'duplicates' && field === 'domain');
}

const idsOf = async (table: 'accounts' | 'deals') =>
  (await workspace.rows(table, ['account_id'])).map(({ account_id: id }) => id).toSorted();

describe('accounts that share a web domain', () => {
  it('come with the command that makes them one', async () => {
    await workspace.import({ 'accounts.csv': accounts });
    expect(await sharedDomains()).toMatchObject([
      { count: 2, of: 4, fix: 'bestfit field domain --one acme.com' },
    ]);
  });

  it('become the one with the smallest id; a field that it does not know comes from the next that does', async () => {
    await workspace.import({ 'accounts.csv': accounts, 'deals.csv': deals });
    expect(await decide({ one: ['Acme.com'] })).toMatchObject({ joined: 2, emptied: 0 });
    const names = ['account_id', 'name', 'employees', 'employees_low', 'industry', 'revenue'];
    expect(await workspace.rows('accounts', [...names, 'revenue_currency'])).toEqual([
      {
        account_id: '1',
        name: 'Acme',
        employees: null,
        employees_low: 51,
        industry: 'retail',
        revenue: 10,
        revenue_currency: 'EUR',
      },
      expect.objectContaining({ account_id: '4', employees: 40, revenue: 30 }),
    ]);
    expect(await idsOf('deals')).toEqual(['1', '1', '1', '4']);
    expect(await sharedDomains()).toEqual([]);
  });

  it('stay one when their file, and others that name them, are imported again', async () => {
    await workspace.import({ 'accounts.csv': accounts });
    await decide({ one: ['acme.com'] });
    await workspace.import({ 'accounts.csv': `${accounts}5,Acme France,acme.com,,,\n`, 'deals.csv': deals });
    expect(await idsOf('accounts')).toEqual(['1', '4']);
    expect(await idsOf('deals')).toEqual(['1', '1', '1', '4']);
  });

  it('are one over several files, under whatever id each has them', async () => {
    await workspace.import({ 'accounts.csv': accounts });
    await workspace.import({ 'list.csv': 'Account ID,Company,Website,City\nX9,Acme Sur,acme.com,Sevilla\n' });
    await decide({ one: ['acme.com'] });
    const [acme] = await workspace.rows('accounts', ['account_id', 'city']);
    expect(acme).toEqual({ account_id: '1', city: 'Sevilla' });
    expect(await idsOf('accounts')).toEqual(['1', '4']);
  });

  it('keep each of their customer relations, and what they bought is summed once', async () => {
    await workspace.import({
      'accounts.csv': accounts,
      'customers.csv': { text: 'Account ID,Contract value\n1,100\n2,200\n4,50\n', as: 'customers' },
      'orders.csv': {
        text: 'Account ID,Order ID,Total,Order date\n1,o1,10,2020-02-01\n2,o2,20,2021-02-01\n4,o3,5,2021-02-01\n',
        as: 'transactions',
      },
    });
    await decide({ one: ['acme.com'] });
    const rows = await workspace.rows('customers', ['account_id', 'contract_value', 'purchase_value']);
    expect(rows.map((row) => Object.values(row)).toSorted()).toEqual([
      ['1', 100, 30],
      ['1', 200, null],
      ['4', 50, 5],
    ]);
  });

  it('stay apart where a person said so, and are no question any more', async () => {
    await workspace.import({ 'accounts.csv': accounts });
    await decide({ apart: ['acme.com'] });
    expect(await idsOf('accounts')).toEqual(['1', '2', '3', '4']);
    expect(await sharedDomains()).toEqual([]);
  });

  it('are apart again by the opposite word, and by undo', async () => {
    await workspace.import({ 'accounts.csv': accounts });
    await decide({ one: ['acme.com'] });
    expect(await decide({ apart: ['acme.com'] })).toMatchObject({ joined: -2 });
    expect(await idsOf('accounts')).toHaveLength(4);
    await undoImport(workspace);
    expect(await idsOf('accounts')).toHaveLength(2);
    await undoImport(workspace);
    expect(await idsOf('accounts')).toHaveLength(4);
    expect(await sharedDomains()).toHaveLength(1);
  });
});

describe('accounts that share a name', () => {
  const named = 'Account ID,Company,Website\n1,Acme,acme.com\n2,ACME ,acme.es\n3,Bolt,acme.es\n';

  it('become one, and one with those that share a domain with either', async () => {
    await workspace.import({ 'accounts.csv': named });
    await decide({ one: ['acme.es'] });
    expect(await idsOf('accounts')).toEqual(['1', '2']);
    await decide({ one: ['acme'] }, 'name');
    expect(await idsOf('accounts')).toEqual(['1']);
  });
});

describe('a decision about accounts that share a value', () => {
  it('is refused where no two share it, and for other fields', async () => {
    await workspace.import({ 'accounts.csv': accounts });
    await expect(decide({ one: ['acne.com'] })).rejects.toMatchObject({
      code: 'field.value-missing',
      params: { nearest: 'acme.com' },
    });
    const bad = { code: 'usage.bad-option' };
    await expect(decide({ one: ['bolt.com'] })).rejects.toMatchObject(bad);
    await expect(decide({ one: ['retail'] }, 'industry')).rejects.toMatchObject(bad);
    await expect(decide({ one: ['acme.com'], apart: ['acme.com'] })).rejects.toMatchObject(bad);
  });
});
