import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type TestWorkspace, testWorkspace } from '../../test/test-workspace.ts';
import { reportQuality } from './report-quality.ts';
import { setField } from './set-field.ts';
import { setRates } from './set-rates.ts';
import { showField } from './show-field.ts';
import { undoImport } from './undo-import.ts';

const at = '2026-11-20T10:00:00.000Z';
const asOf = '2026-12-01';
const deals = `Deal ID,Company,Outcome,Close date,Amount
D1,Acme,Won,2025-06-01,€1000
D2,Bolt,Won,2025-06-01,$1000
D3,Cobra,Lost,2025-12-31,$500
D4,Delta,Lost,2024-01-01,$700
D5,Echo,Won,2025-06-01,£10
D6,Fox,Won,2025-06-01,
D7,Golf,Lost,2025-06-02,€40
`;
const rates = 'currency,date,rate\nUSD,2025-01-01,0.90\nUSD,2025-06-02,0.95\n';

let workspace: TestWorkspace;

beforeEach(async () => {
  workspace = await testWorkspace();
});

afterEach(() => workspace.dispose());

async function give(text = rates, options: { base?: string; perBase?: boolean } = {}) {
  const path = await workspace.write('rates.csv', text);
  return setRates(workspace, { path, base: 'EUR', perBase: false, at, ...options });
}

async function amounts() {
  const columns = ['deal_id', 'amount', 'amount_currency', 'amount_rate_currency', 'amount_rate_on'];
  const rows = await workspace.rows('deals', columns);
  return Object.fromEntries(rows.map(({ deal_id: id, ...row }) => [id, Object.values(row)]));
}

async function moneyFindings() {
  const { findings } = await reportQuality(workspace, { asOf });
  const kinds = ['mixed-currency', 'converted'];
  return findings
    .filter(({ kind }) => kinds.includes(kind))
    .map(({ kind, count, fix }) => [kind, count, fix]);
}

describe('sums in other currencies', () => {
  it('come with the command that converts them', async () => {
    await workspace.import({ 'deals.csv': deals });
    expect(await moneyFindings()).toEqual([['mixed-currency', 3, 'bestfit rates rates.csv --base USD']]);
  });

  it('are converted by the newest rate not after the day of their row, and say so', async () => {
    await workspace.import({ 'deals.csv': deals });
    const result = await give();
    expect(await amounts()).toEqual({
      D1: [1000, 'EUR', null, null],
      D2: [900, 'EUR', 'USD', '2025-01-01'],
      D3: [475, 'EUR', 'USD', '2025-06-02'],
      D4: [700, 'USD', null, null],
      D5: [10, 'GBP', null, null],
      D6: [null, null, null, null],
      D7: [40, 'EUR', null, null],
    });
    expect(result.fields).toEqual([
      {
        table: 'deals',
        field: 'amount',
        to: 'EUR',
        converted: 2,
        left: 2,
        rates: { first: '2025-01-01', last: '2025-06-02' },
      },
    ]);
    expect(await moneyFindings()).toEqual([
      ['mixed-currency', 2, 'bestfit rates rates.csv --base EUR'],
      ['converted', 2, 'bestfit rates --off'],
    ]);
  });

  it('are all in one currency once every one has a rate', async () => {
    await workspace.import({ 'deals.csv': deals });
    await give(`${rates}USD,2023-01-01,0.8\nGBP,2025-01-01,1.1\n`);
    const { field, conversion } = await showField(workspace, { table: 'deals', field: 'amount', asOf });
    expect(field).toMatchObject({ unit: 'EUR', mixedCurrency: false, converted: 'EUR' });
    expect(conversion).toMatchObject({ converted: 4, left: 0 });
  });

  it('without a day are converted as of the day of the data', async () => {
    await workspace.import(
      { 'accounts.csv': 'Company,Revenue\nAcme,€10-€20\nBolt,$10-$20\nCobra,$1000+\n' },
      { observedOn: '2025-05-31' },
    );
    await give();
    const names = ['revenue', 'revenue_low', 'revenue_high', 'revenue_rate_on'];
    expect((await workspace.rows('accounts', names)).map((row) => Object.values(row))).toEqual([
      [null, 10, 20, null],
      [null, 9, 18, '2025-01-01'],
      [null, 900, expect.anything(), '2025-01-01'],
    ]);
  });

  it('of a file in one other currency are converted too', async () => {
    await workspace.import({ 'deals.csv': deals.replaceAll(/[€£]/g, '$') });
    await give();
    expect((await amounts()).D1).toEqual([900, 'EUR', 'USD', '2025-01-01']);
  });
});

describe('rates', () => {
  it('stay for later imports and decisions, and what the files gave is not lost', async () => {
    await workspace.import({ 'deals.csv': deals });
    await give();
    await workspace.import({ 'deals.csv': `${deals}D8,Hotel,Won,2025-06-03,$100\n` });
    expect((await amounts()).D8).toEqual([95, 'EUR', 'USD', '2025-06-02']);
    await setField(workspace, { table: 'deals', field: 'amount', between: { low: 50, high: null }, at });
    expect((await amounts()).D8?.[0]).toBe(95);
    await give(rates.replaceAll('0.9', '0.5'));
    expect((await amounts()).D2?.[0]).toBe(500);
  });

  it('are taken away by undo, and by saying so', async () => {
    await workspace.import({ 'deals.csv': deals });
    const before = (await workspace.store.head())?.snapshot.id;
    await give();
    await undoImport(workspace);
    expect((await workspace.store.head())?.snapshot.id).toBe(before);
    await give();
    const off = await setRates(workspace, { path: null, base: null, perBase: false, at });
    expect(off).toMatchObject({ snapshot: before, fields: [] });
    expect(await setRates(workspace, { path: null, base: null, perBase: false, at })).toMatchObject({
      commit: null,
    });
  });

  it('may come before any other file', async () => {
    await give();
    await workspace.import({ 'deals.csv': deals });
    expect((await amounts()).D2).toEqual([900, 'EUR', 'USD', '2025-01-01']);
  });

  it('that cannot be read, or lack a column, are refused and change nothing', async () => {
    await workspace.import({ 'deals.csv': deals });
    await expect(give('currency,date,rate\nUSD,soon,1\n')).rejects.toMatchObject({
      code: 'input.rates-unreadable',
      params: { rows: 1, broken: 1, first: [{ line: 2 }] },
    });
    await expect(give('date,USD\n2025-01-01,1.08\n')).rejects.toMatchObject({ code: 'input.rates-columns' });
    await expect(give(rates, { base: 'EURO' })).rejects.toMatchObject({ code: 'usage.bad-option' });
    expect(await workspace.store.commits()).toHaveLength(1);
  });
});
