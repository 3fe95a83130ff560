import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type TestWorkspace, testWorkspace } from '../../../test/test-workspace.ts';
import { currentData } from '../current-data.ts';
import { readCustomers } from '../read-customers.ts';
import { setRates } from '../set-rates.ts';
import { undoImport } from '../undo-import.ts';

let workspace: TestWorkspace;

beforeEach(async () => {
  workspace = await testWorkspace();
});

afterEach(() => workspace.dispose());

const items = `order_id,seller_id,product,price,bought on,freight
o1,s1,p1,10.10,2024-01-05,1
o1,s1,p2,20.20,2024-01-05,2
o2,s1,p1,30.30,2024-03-01,3
o3,s2,p1,5,2024-02-01,4
o3,s2,p1,-5,2024-04-01,4
`;
const sums = ['account_id', 'purchase_value', 'purchases', 'first_purchase_on', 'last_purchase_on'];

async function customers(columns = sums) {
  return (await workspace.rows('customers', columns)).map((row) => Object.values(row));
}

describe('purchases', () => {
  it('are summed per account: what they are worth, how many orders, the first and the last', async () => {
    const result = await workspace.import({ 'items.csv': items });
    expect(result.files[0]).toMatchObject({
      mapping: { as: 'transactions' },
      rows: { in: 5, kept: 5, quarantined: 0 },
    });
    expect(result.tables).toEqual([
      { table: 'customers', rows: 2 },
      { table: 'accounts', rows: 2 },
    ]);
    expect(await customers()).toEqual([
      ['s1', 60.6, 2, '2024-01-05', '2024-03-01'],
      ['s2', 0, 1, '2024-02-01', '2024-02-01'],
    ]);
  });

  it('belong to the accounts of other files, and to their customer relations', async () => {
    await workspace.import({
      'sellers.csv': {
        text: 'Seller ID,Name,Website\ns1,Acme,acme.com\ns3,Umbra,umbra.io\n',
        as: 'accounts',
      },
      'customers.csv': {
        text: 'Account ID,Contract value,Start date\ns1,100,2020-01-01\ns1,200,2022-01-01\n',
        as: 'customers',
      },
    });
    const result = await workspace.import({ 'items.csv': items });
    expect(result.joins).toContainEqual(
      expect.objectContaining({ source: 'items.csv', column: 'seller_id', matched: 1, unmatched: 1 }),
    );
    const rows = await customers([
      'account_id',
      'contract_value',
      'started_on',
      'purchase_value',
      'purchases',
    ]);
    expect(rows.toSorted()).toEqual([
      ['s1', 100, '2020-01-01', null, null],
      ['s1', 200, '2022-01-01', 60.6, 2],
      ['s2', null, null, 0, 1],
    ]);
    await undoImport(workspace);
    expect(await customers(['account_id', 'contract_value'])).toEqual([
      ['s1', 100],
      ['s1', 200],
    ]);
  });

  it('in several currencies are worth an unknown sum, and that is said', async () => {
    const text =
      'Order ID,Customer ID,Total,Currency,Order date\no1,a,10,EUR,2024-01-01\no2,a,20,EUR,2024-01-02\no3,b,10,EUR,2024-01-01\no4,b,10,USD,2024-01-01\n';
    const result = await workspace.import({ 'orders.csv': text });
    expect(await customers(['account_id', 'purchase_value', 'purchase_value_currency', 'purchases'])).toEqual(
      [
        ['a', 30, 'EUR', 2],
        ['b', null, null, 2],
      ],
    );
    expect(result.files[0]?.warnings).toEqual([
      '1 account bought in several currencies: what its purchases are worth is unknown, as no rate of theirs is known.',
    ]);
  });

  describe('in several currencies, with rates', () => {
    const orders = `Order ID,Customer ID,Total,Currency,Order date
o1,a,10,EUR,2024-01-01
o2,a,10,USD,2024-01-02
o3,a,10,USD,2024-03-01
o4,b,10,USD,2024-01-01
o5,b,10,GBP,2024-01-01
o6,c,5,EUR,2024-01-01
`;
    const rates = 'currency,date,rate\nUSD,2024-01-01,0.9\nUSD,2024-02-01,0.8\n';
    const give = async (text = rates) => {
      const path = await workspace.write('rates.csv', text);
      return setRates(workspace, { path, base: 'EUR', perBase: false, at: '2026-11-20T10:00:00.000Z' });
    };
    const worth = () =>
      customers(['account_id', 'purchase_value', 'purchase_value_rate_currency', 'purchase_value_rate_on']);

    it('are converted by the day of each and then summed, and the sum says so', async () => {
      await give();
      const { files } = await workspace.import({ 'orders.csv': orders });
      expect(await worth()).toEqual([
        ['a', 27, 'USD', '2024-02-01'],
        ['b', null, 'USD', '2024-01-01'],
        ['c', 5, null, null],
      ]);
      expect(files[0]?.warnings).toHaveLength(1);
    });

    it('follow other rates once their file is imported again, and that is said', async () => {
      await workspace.import({ 'orders.csv': orders });
      const { notes } = await give(`${rates}GBP,2020-01-01,1.2\n`);
      expect(notes).toEqual([
        'Purchases are converted before they are summed: import `orders.csv` again to sum them by the rate of the day of each.',
      ]);
      await workspace.import({ 'orders.csv': orders });
      expect(await worth()).toEqual([
        ['a', 27, 'USD', '2024-02-01'],
        ['b', 21, 'several', '2024-01-01'],
        ['c', 5, null, null],
      ]);
      const fields = (await workspace.store.head())?.snapshot.fields;
      expect(fields?.find(({ name }) => name === 'purchase_value')).toMatchObject({
        unit: 'EUR',
        mixedCurrency: false,
        converted: 'EUR',
      });
    });

    it('are added up with those of another file and of an appended one', async () => {
      const header = 'Order ID,Customer ID,Total,Currency,Order date';
      const first = `${header}\nm1,c,10,USD,2024-03-01\nm2,c,1,EUR,2024-03-01\n`;
      const second = `${header}\nm3,c,10,USD,2024-01-01\nm4,d,1,EUR,2024-03-01\n`;
      await give();
      await workspace.import({ 'orders.csv': orders });
      await workspace.import({ 'more.csv': { text: first, as: 'transactions' } });
      await workspace.import({ 'more.csv': { text: second, as: 'transactions' } }, { append: true });
      expect((await worth()).filter(([id]) => id === 'c' || id === 'd')).toEqual([
        ['c', 23, 'USD', '2024-02-01'],
        ['d', 1, null, null],
      ]);
    });
  });

  it('that name no account, or have no readable amount or date, are set aside', async () => {
    const text = `${items}o4,,p1,10,2024-01-01,1\no5,s1,p1,,2024-01-01,1\no6,s1,p1,ten,2024-01-01,1\no7,s1,p1,1,2024-02-31,1\n`;
    const { files } = await workspace.import({ 'items.csv': { text, as: 'transactions' } });
    expect(files[0]?.rows).toEqual({ in: 9, kept: 5, quarantined: 4 });
    expect(files[0]?.quarantine.first.map(({ line, column, reason }) => [line, column, reason])).toEqual([
      [7, 'seller_id', 'names no account'],
      [8, 'price', 'has no amount'],
      [9, 'price', expect.any(String)],
      [10, 'bought on', expect.any(String)],
    ]);
    expect((await customers())[0]?.[1]).toBe(60.6);
  });

  it('of several files are added up, under whatever names they have the account', async () => {
    await workspace.import({ 'accounts.csv': { text: 'Company ID,Company name\n7,Acme\n', as: 'accounts' } });
    const year = (orders: string) =>
      ({ text: `Order ID,Company name,Total,Order date\n${orders}`, as: 'transactions' }) as const;
    const result = await workspace.import({
      'orders_2023.csv': year('o1,Acme Inc,10,2023-01-01\no2,ACME,5,2023-02-01\no3,Acme,1,2023-02-01\n'),
      'orders_2024.csv': year('o4,Acme,20,2024-01-01\no5,Acme,20,2024-01-01\no6,Beta,3,2024-05-01\n'),
    });
    expect(await customers()).toEqual([
      ['7', 56, 5, '2023-01-01', '2024-01-01'],
      ['beta', 3, 1, '2024-05-01', '2024-05-01'],
    ]);
    expect(result.warnings).toContain(
      'The purchases of orders_2023.csv, orders_2024.csv are added up: an order that stands in two of them counts twice.',
    );
  });

  it('taken for something else are refused with the word that mends it', async () => {
    const rows = Array.from({ length: 12 }, (_, at) => `c${at % 3},2024-01-${10 + at},${at}.5`);
    const asked = workspace.import({ 'export.csv': ['Customer ID,Date,Amount', ...rows].join('\n') });
    await expect(asked).rejects.toMatchObject({
      code: 'input.mostly-broken',
      remedy: expect.stringContaining('`--as transactions`'),
    });
  });

  it('of a later file are added with --append', async () => {
    await workspace.import({ 'items.csv': items });
    const more =
      'order_id,seller_id,product,price,bought on,freight\no8,s1,p1,39.4,2024-06-01,3\no9,s4,p1,1,2023-06-01,3\no9,s4,p1,1,2023-06-01,3\n';
    await workspace.import({ 'items.csv': more }, { append: true });
    expect(await customers()).toEqual([
      ['s1', 100, 3, '2024-01-05', '2024-06-01'],
      ['s2', 0, 1, '2024-02-01', '2024-02-01'],
      ['s4', 2, 1, '2023-06-01', '2023-06-01'],
    ]);
  });

  it('carry the sum of a number that a person maps', async () => {
    await workspace.import({ 'items.csv': items }, { maps: [{ column: 'freight', field: 'freight' }] });
    expect(await customers(['account_id', 'freight'])).toEqual([
      ['s1', 6],
      ['s2', 8],
    ]);
  });

  it('tell since when somebody is a customer; on a day before the last of them they are unknown', async () => {
    await workspace.import({ 'items.csv': items });
    const facts = async (asOf: string) =>
      (await readCustomers(workspace, await currentData(workspace), asOf)).map(
        ({ accountId, startedOn, purchaseValue, purchases }) => [
          accountId,
          startedOn,
          purchaseValue,
          purchases,
        ],
      );
    expect(await facts('2024-12-31')).toEqual([
      ['s1', '2024-01-05', 60.6, 2],
      ['s2', '2024-02-01', 0, 1],
    ]);
    expect(await facts('2024-02-15')).toEqual([
      ['s1', '2024-01-05', null, null],
      ['s2', '2024-02-01', 0, 1],
    ]);
  });
});
