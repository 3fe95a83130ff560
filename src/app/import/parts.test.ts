import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type TestWorkspace, testWorkspace } from '../../../test/test-workspace.ts';

let workspace: TestWorkspace;

beforeEach(async () => {
  workspace = await testWorkspace();
});

afterEach(() => workspace.dispose());

describe('a flat file', () => {
  const text = `Company,Website,Industry,Contract value,Start date,Tools used
Acme,acme.com,Retail,"1,200",2024-01-31,HubSpot; Slack
Beta,beta.es,Media,800,2024-02-28,Slack
Acme,acme.com,Retail,300,2023-05-31,
Gamma,gamma.io,Media,500,2024-03-31,n/a
`;

  it('fills several tables from one row', async () => {
    const result = await workspace.import({ 'customers.csv': { text, as: 'customers' } });
    expect(Object.fromEntries(result.tables.map(({ table, rows }) => [table, rows]))).toEqual({
      customers: 4,
      accounts: 3,
      technologies: 3,
    });
    expect(await workspace.rows('accounts', ['account_id', 'name', 'industry'])).toEqual([
      { account_id: 'acme.com', name: 'Acme', industry: 'Retail' },
      { account_id: 'beta.es', name: 'Beta', industry: 'Media' },
      { account_id: 'gamma.io', name: 'Gamma', industry: 'Media' },
    ]);
    expect(await workspace.rows('customers', ['account_id', 'contract_value', 'started_on'])).toContainEqual({
      account_id: 'acme.com',
      contract_value: 300,
      started_on: '2023-05-31',
    });
    expect(await workspace.rows('technologies', ['account_id', 'technology', 'category', 'source'])).toEqual([
      { account_id: 'acme.com', technology: 'HubSpot', category: null, source: 'customers.csv' },
      { account_id: 'acme.com', technology: 'Slack', category: null, source: 'customers.csv' },
      { account_id: 'beta.es', technology: 'Slack', category: null, source: 'customers.csv' },
    ]);
  });

  it('asks once whether its lists of tools are complete', async () => {
    const asked = async (covers: 'listed' | 'all', name: string) => {
      const result = await workspace.import({ [name]: { text, as: 'customers' } }, { covers });
      return result.files[0]?.asks.map(({ column }) => column);
    };
    expect(await asked('listed', 'customers.csv')).toEqual(['Tools used']);
    expect(await asked('listed', 'customers.csv')).toEqual([]);
    expect(await asked('all', 'others.csv')).toEqual([]);
  });

  it('has a customer once per start', async () => {
    const again = `${text}Acme,acme.com,Retail,999,2024-01-31,\n`;
    const result = await workspace.import({ 'customers.csv': { text: again, as: 'customers' } });
    expect(result.files[0]).toMatchObject({ rows: { in: 5, kept: 4, quarantined: 1 } });
    expect(await workspace.quarantine()).toMatchObject([
      { line: 6, reason: 'the same customer (account and start) as line 2' },
    ]);
  });
});

describe('tools and signals', () => {
  const tools = {
    text: 'Website,Technology,Category\nacme.com,HubSpot,CRM\nacme.com,Slack,Chat\nbeta.es,Zendesk,Support\n',
    as: 'technologies',
  } as const;

  it('cover what is listed unless the file is said to cover all', async () => {
    await workspace.import({ 'tools.csv': tools });
    expect(await workspace.rows('coverage', ['scope'])).toEqual([]);
    await workspace.import({ 'tools.csv': tools }, { covers: 'all', at: '2026-05-06T00:00:00.000Z' });
    const rows = await workspace.rows('coverage', ['account_id', 'scope', 'source', 'checked_on']);
    expect(rows.toSorted((one, two) => String(one.scope).localeCompare(String(two.scope)))).toEqual(
      ['Chat', 'CRM', 'Support'].map((scope) => ({
        account_id: '*',
        scope,
        source: 'tools.csv',
        checked_on: '2026-05-06',
      })),
    );
  });

  it('take the date of the file where they have none', async () => {
    const text = 'Website,Signal,About\nacme.com,hired,sales\n';
    await workspace.import({ 'signals.csv': { text, as: 'signals' } }, { observedOn: '2026-04-30' });
    expect(
      await workspace.rows('signals', ['account_id', 'kind', 'about', 'observed_on', 'strength', 'source']),
    ).toEqual([
      {
        account_id: 'acme.com',
        kind: 'hired',
        about: 'sales',
        observed_on: '2026-04-30',
        strength: null,
        source: 'signals.csv',
      },
    ]);
  });
});

describe('a dated import', () => {
  const may = 'id,name,Employees\n1,Acme,10\n2,Beta,20\n3,Gamma,30\n';
  const july = 'id,name,Employees\n1,Acme,15\n2,Beta,20\n4,Delta,40\n';

  it('keeps the numbers of each date and turns growth into a signal', async () => {
    await workspace.import({ 'list.csv': { text: may, as: 'accounts' } }, { observedOn: '2026-05-06' });
    await workspace.import({ 'list.csv': july }, { observedOn: '2026-07-31' });
    const observed = await workspace.rows('observations', ['account_id', 'field', 'value', 'observed_on']);
    expect(observed.map((row) => Object.values(row)).toSorted()).toEqual(
      [
        ['1', 'employees', 10, '2026-05-06'],
        ['1', 'employees', 15, '2026-07-31'],
        ['2', 'employees', 20, '2026-05-06'],
        ['2', 'employees', 20, '2026-07-31'],
        ['3', 'employees', 30, '2026-05-06'],
        ['4', 'employees', 40, '2026-07-31'],
      ].toSorted(),
    );
    expect(await workspace.rows('signals', ['account_id', 'kind', 'observed_on', 'strength'])).toEqual([
      { account_id: '1', kind: 'headcount_growth', observed_on: '2026-07-31', strength: 0.5 },
    ]);
  });

  it('given twice changes nothing', async () => {
    await workspace.import({ 'list.csv': { text: may, as: 'accounts' } }, { observedOn: '2026-05-06' });
    const first = await workspace.import({ 'list.csv': july }, { observedOn: '2026-07-31' });
    const again = await workspace.import({ 'list.csv': july }, { observedOn: '2026-07-31' });
    expect(again.snapshot).toBe(first.snapshot);
  });
});

describe('deals', () => {
  it('that only say when they were won or lost have an outcome', async () => {
    const text = 'Deal ID,Won on,Lost on\nd1,2024-01-31,\nd2,,2024-02-28\nd3,,\n';
    await workspace.import(
      { 'deals.csv': { text, as: 'deals' } },
      {
        maps: [
          { column: 'Won on', field: 'won_on' },
          { column: 'Lost on', field: 'lost_on' },
        ],
      },
    );
    expect(await workspace.rows('deals', ['deal_id', 'outcome', 'closed_on'])).toEqual([
      { deal_id: 'd1', outcome: 'won', closed_on: '2024-01-31' },
      { deal_id: 'd2', outcome: 'lost', closed_on: '2024-02-28' },
      { deal_id: 'd3', outcome: 'open', closed_on: null },
    ]);
  });
});

describe('people', () => {
  it('carry their source and date, and their e-mail as id where they have none', async () => {
    const text = 'First name,Email,Job title,Company name\nAna,Ana@Acme.com,CEO,Acme\nLuis,,CTO,Acme\n';
    await workspace.import({ 'contacts.csv': { text, as: 'people' } }, { observedOn: '2026-01-31' });
    const rows = await workspace.rows('people', [
      'person_id',
      'account_id',
      'email',
      'source',
      'obtained_on',
    ]);
    expect(rows.map((row) => Object.values(row))).toEqual([
      ['ana@acme.com', 'acme', 'ana@acme.com', 'contacts.csv', '2026-01-31'],
      ['row-2', 'acme', null, 'contacts.csv', '2026-01-31'],
    ]);
  });
});
