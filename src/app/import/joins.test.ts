import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type TestWorkspace, testWorkspace } from '../../../test/test-workspace.ts';

let workspace: TestWorkspace;

beforeEach(async () => {
  workspace = await testWorkspace();
});

afterEach(() => workspace.dispose());

const accounts = {
  text: 'Company ID,Company name,Website,Industry\n1,Acme Inc,acme.com,Retail\n2,Beta S.L.,beta.es,Software\n3,Gamma,,Retail\n',
  as: 'accounts',
} as const;

function ids(rows: readonly { readonly account_id?: unknown }[]): readonly unknown[] {
  return rows.map(({ account_id }) => account_id);
}

describe('rows of other files find their account', () => {
  it('by id, then by domain, then by name', async () => {
    const deals = {
      text: 'Deal ID,Company ID,Company name,Website,Stage\nd1,1,,,Won\nd2,,Nobody,www.beta.es,Lost\nd3,,"GAMMA, Inc.",,Won\nd4,,,,Open\n',
      as: 'deals',
    } as const;
    const result = await workspace.import({ 'accounts.csv': accounts, 'deals.csv': deals });
    expect(await workspace.rows('deals', ['deal_id', 'account_id'])).toEqual([
      { deal_id: 'd1', account_id: '1' },
      { deal_id: 'd2', account_id: '2' },
      { deal_id: 'd3', account_id: '3' },
      { deal_id: 'd4', account_id: null },
    ]);
    expect(result.joins).toEqual([
      {
        source: 'deals.csv',
        column: 'Company ID',
        to: 'accounts',
        by: 'account_id',
        matched: 3,
        blank: 1,
        unmatched: 0,
        examples: [],
      },
    ]);
    expect(ids(await workspace.rows('accounts', ['account_id']))).toEqual(['1', '2', '3']);
  });

  it('whichever was imported first', async () => {
    const deals = { text: 'Deal ID,Company name,Stage\nd1,ACME,Won\nd2,Other,Lost\n', as: 'deals' } as const;
    await workspace.import({ 'deals.csv': deals });
    expect(ids(await workspace.rows('deals', ['account_id']))).toEqual(['acme', 'other']);
    const result = await workspace.import({ 'accounts.csv': accounts });
    expect(ids(await workspace.rows('deals', ['account_id']))).toEqual(['1', 'other']);
    expect(ids(await workspace.rows('accounts', ['account_id']))).toEqual(['1', '2', '3', 'other']);
    expect(result.joins).toMatchObject([{ source: 'deals.csv', by: 'name', matched: 1, unmatched: 1 }]);
  });

  it('or become a bare account, counted, with the nearest that exists', async () => {
    const deals = {
      text: 'Deal ID,Company name,Stage\nd1,Acme Inc,Won\nd2,Acmee,Lost\nd3,Acmee,Won\nd4,Umbrella,Open\n',
      as: 'deals',
    } as const;
    const result = await workspace.import({ 'accounts.csv': accounts, 'deals.csv': deals });
    expect(result.joins).toMatchObject([
      {
        matched: 1,
        unmatched: 3,
        examples: [
          { value: 'Acmee', count: 2, nearest: 'Acme Inc' },
          { value: 'Umbrella', count: 1, nearest: null },
        ],
      },
    ]);
    expect(await workspace.rows('accounts', ['account_id', 'name', 'industry'])).toContainEqual({
      account_id: 'acmee',
      name: 'Acmee',
      industry: null,
    });
  });
});

describe('people who name no account', () => {
  it('belong to the domain of their address, unless it is a public one', async () => {
    const text = 'Full name,Email\nAna,ana@acme.com\nLuis,luis@gmail.com\nEva,eva@mail.beta.es\n';
    const result = await workspace.import({ 'accounts.csv': accounts, 'people.csv': { text, as: 'people' } });
    expect(ids(await workspace.rows('people', ['person_id', 'account_id']))).toEqual(['1', '2', null]);
    expect(result.joins).toMatchObject([
      { column: 'Email', by: 'domain', matched: 2, blank: 1, unmatched: 0 },
    ]);
  });
});

describe('accounts of several sources', () => {
  it('are one where id, domain or name agree; the newest import that knows a field gives its value', async () => {
    await workspace.import({ 'accounts.csv': accounts });
    const more =
      'Company name,Website,Industry,Employees\nAcme Limited,https://acme.com/es,Wholesale,50\nBeta,,,20\nDelta,delta.io,Media,5\n';
    await workspace.import({ 'enriched.csv': { text: more, as: 'accounts' } });
    const columns = ['account_id', 'name', 'domain', 'industry', 'employees'];
    expect((await workspace.rows('accounts', columns)).map((row) => Object.values(row))).toEqual([
      ['1', 'Acme Limited', 'acme.com', 'Wholesale', 50],
      ['2', 'Beta', 'beta.es', 'Software', 20],
      ['3', 'Gamma', null, 'Retail', null],
      ['delta.io', 'Delta', 'delta.io', 'Media', 5],
    ]);
    const field = (await workspace.store.head())?.snapshot.fields.find(({ name }) => name === 'industry');
    expect(field?.sources).toEqual(['enriched.csv', 'accounts.csv']);
  });

  it('stay apart when two rows of one file could be the same account', async () => {
    await workspace.import({ 'accounts.csv': accounts });
    const twins = 'Company ID,Company name,Website\n77,Acme Spain,acme.com\n78,Acme Italy,acme.com\n';
    await workspace.import({ 'crm.csv': { text: twins, as: 'accounts' } });
    expect(ids(await workspace.rows('accounts', ['account_id']))).toEqual(['1', '2', '3', '78']);
  });

  it('without a key of their own are numbered, apart from those of other sources', async () => {
    const text = 'Industry,Contract value\nRetail,10\nMedia,20\n';
    await workspace.import({ 'a.csv': { text, as: 'customers' }, 'b.csv': { text, as: 'customers' } });
    expect(ids(await workspace.rows('customers', ['account_id']))).toEqual([
      'b-row-1',
      'b-row-2',
      'row-1',
      'row-2',
    ]);
    expect(ids(await workspace.rows('accounts', ['account_id']))).toEqual([
      'b-row-1',
      'b-row-2',
      'row-1',
      'row-2',
    ]);
  });
});

describe('made-up ids', () => {
  it('stay what they are when the file comes again beside a new one', async () => {
    const text = 'Industry,Contract value\nRetail,10\nMedia,20\n';
    await workspace.import({ 'b.csv': { text, as: 'customers' } });
    await workspace.import({ 'a.csv': { text, as: 'customers' }, 'b.csv': { text, as: 'customers' } });
    const named = await workspace.rows('customers', ['account_id']);
    expect(ids(named)).toEqual(['a-row-1', 'a-row-2', 'row-1', 'row-2']);
  });
});

describe('what several sources name by one key', () => {
  it('is one deal, with what each source knows of it, and said', async () => {
    const leads = {
      text: 'Deal ID,Created,Source\nd1,2024-01-31,ads\nd2,2024-02-28,fair\nd3,2024-03-31,ads\n',
      as: 'deals',
    } as const;
    const closed = {
      text: 'Deal ID,Company name,Won date\nd2,Acme,2024-05-31\nd9,Beta,2024-06-30\n',
      as: 'deals',
    } as const;
    const maps = [{ column: 'Won date', field: 'won_on' }];
    const result = await workspace.import({ 'leads.csv': leads, 'closed.csv': closed }, { maps });
    const rows = await workspace.rows('deals', ['deal_id', 'account_id', 'source', 'outcome', 'created_on']);
    expect(rows.map((row) => Object.values(row))).toEqual([
      ['d1', null, 'ads', null, '2024-01-31'],
      ['d2', 'acme', 'fair', 'won', '2024-02-28'],
      ['d3', null, 'ads', null, '2024-03-31'],
      ['d9', 'beta', null, 'won', null],
    ]);
    expect(result.warnings).toEqual([
      expect.stringMatching(/^1 deals of closed\.csv are in other sources too/),
    ]);
  });

  it('is one customer relation, also where one source does not know its start', async () => {
    const customers = {
      text: 'Company name,Start date,Contract value\nAcme,2023-01-31,100\nAcme,2025-01-31,150\nBeta,2024-01-31,200\n',
      as: 'customers',
    } as const;
    const scores = { text: 'Company name,NPS\nBETA S.L.,9\nAcme,3\nGamma,7\n', as: 'customers' } as const;
    await workspace.import({ 'customers.csv': customers, 'nps.csv': scores });
    const rows = await workspace.rows('customers', ['account_id', 'started_on', 'contract_value', 'nps']);
    expect(rows.map((row) => Object.values(row))).toEqual([
      ['acme', '2023-01-31', 100, null],
      ['acme', '2025-01-31', 150, null],
      ['acme', null, null, 3],
      ['beta', '2024-01-31', 200, 9],
      ['gamma', null, null, 7],
    ]);
  });
});

describe('a lookup', () => {
  const products = {
    text: 'product,series,price\nGTX Pro,GTX,4821\nMG Special,MG,55\n',
    as: 'lookup',
    key: 'product',
  } as const;
  const deals = {
    text: 'Deal ID,Company name,Product,Stage\nd1,Acme,GTXPro,Won\nd2,Acme,gtx pro ,Lost\nd3,Beta,MG Special,Won\nd4,Beta,,Open\nd5,Beta,GTXPro,Open\n',
    as: 'deals',
  } as const;
  const expected = [
    { deal_id: 'd1', series: null, price: null },
    { deal_id: 'd2', series: 'GTX', price: 4821 },
    { deal_id: 'd3', series: 'MG', price: 55 },
    { deal_id: 'd4', series: null, price: null },
    { deal_id: 'd5', series: null, price: null },
  ];

  it('gives its columns to the rows that have its key, and reports those that do not join', async () => {
    const result = await workspace.import({ 'products.csv': products, 'deals.csv': deals });
    expect(await workspace.rows('deals', ['deal_id', 'series', 'price'])).toEqual(expected);
    expect(result.joins).toContainEqual({
      source: 'deals.csv',
      column: 'Product',
      to: 'products.csv',
      by: 'key',
      matched: 2,
      blank: 1,
      unmatched: 2,
      examples: [{ value: 'GTXPro', count: 2, nearest: 'GTX Pro' }],
    });
    const field = (await workspace.store.head())?.snapshot.fields.find(({ name }) => name === 'series');
    expect(field).toMatchObject({
      table: 'deals',
      custom: true,
      sources: ['products.csv'],
      coverage: { known: 2, of: 5 },
    });
  });

  it('joins whichever was imported first', async () => {
    const alone = await workspace.import({ 'products.csv': products });
    expect(alone.warnings).toEqual([expect.stringContaining('products.csv')]);
    await workspace.import({ 'deals.csv': deals });
    expect(await workspace.rows('deals', ['deal_id', 'series', 'price'])).toEqual(expected);
  });

  it('joins accounts too, and puts the key before a name that is taken', async () => {
    const regions = {
      text: 'Industry,Company name,potential\nRetail,x,high\nMedia,y,low\n',
      as: 'lookup',
      key: 'Industry',
    } as const;
    await workspace.import({ 'accounts.csv': accounts, 'industries.csv': regions });
    const head = await workspace.store.head();
    const joined = head?.snapshot.fields.filter(({ sources }) => sources.includes('industries.csv'));
    expect(joined).toHaveLength(2);
    expect(await workspace.rows('accounts', ['account_id', 'potential'])).toEqual([
      { account_id: '1', potential: 'high' },
      { account_id: '2', potential: null },
      { account_id: '3', potential: 'high' },
    ]);
  });

  it('sets aside a second row of one key', async () => {
    const text = `${products.text}gtx pro,X,1\n`;
    const result = await workspace.import({ 'products.csv': { ...products, text } });
    expect(result.files[0]).toMatchObject({ rows: { in: 3, kept: 2, quarantined: 1 } });
  });

  it('grows with append, the new row of a key counts', async () => {
    await workspace.import({ 'products.csv': products, 'deals.csv': deals });
    const text = 'product,series,price\nGTXPro,GTX,4821\nMG Special,MG,60\n';
    await workspace.import({ 'products.csv': { ...products, text } }, { append: true });
    const prices = (await workspace.rows('deals', ['price'])).map(({ price }) => price);
    expect(prices).toEqual([4821, 4821, 60, null, 4821]);
  });

  it('needs the column that it is said to join by', async () => {
    const asked = workspace.import({ 'products.csv': { ...products, key: 'sku' } });
    await expect(asked).rejects.toMatchObject({ code: 'input.lookup-key', exit: 3 });
  });
});

describe('ids of a file whose companies another file named first', () => {
  it('mean those companies in later files', async () => {
    const result = await workspace.import({
      'mine.csv': 'account_id,name,domain\n1,Acme,acme.com\n2,Bolt,bolt.com\n',
      'crm.csv': 'Account ID,Company,Website\nc-77,Acme Inc,acme.com\nc-78,Corn,corn.com\n',
      'deals.csv': 'Deal ID,Account ID,Outcome\nd1,c-77,Won\nd2,c-78,Lost\nd3,2,Won\n',
    });
    const deals = await workspace.rows('deals', ['deal_id', 'account_id']);
    expect(deals.map((row) => Object.values(row))).toEqual([
      ['d1', '1'],
      ['d2', 'c-78'],
      ['d3', '2'],
    ]);
    expect(result.tables).toContainEqual({ table: 'accounts', rows: 3 });
  });
});
