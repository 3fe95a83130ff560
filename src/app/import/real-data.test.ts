import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type TestWorkspace, testWorkspace } from '../../../test/test-workspace.ts';

const data = process.env.BESTFIT_REAL_DATA ?? '';

let workspace: TestWorkspace;

beforeEach(async () => {
  workspace = await testWorkspace();
});

afterEach(() => workspace.dispose());

describe.skipIf(data === '')('real exports (BESTFIT_REAL_DATA names their folder)', () => {
  it('of a CRM join, with the product that is spelled two ways reported', async () => {
    const at = (name: string) => join(data, 'maven_crm', name);
    const result = await workspace.import({
      products: { path: at('products.csv'), as: 'lookup', key: 'product' },
      accounts: { path: at('accounts.csv') },
      pipeline: { path: at('sales_pipeline.csv') },
      teams: { path: at('sales_teams.csv'), as: 'lookup', key: 'sales_agent' },
    });
    expect(result.files.map(({ mapping, rows }) => [mapping.as, rows.in])).toEqual([
      ['lookup', 7],
      ['accounts', 85],
      ['deals', 8800],
      ['lookup', 35],
    ]);
    expect(result.tables).toEqual(
      expect.arrayContaining([
        { table: 'accounts', rows: 85 },
        { table: 'deals', rows: 8800 },
      ]),
    );
    const deals = await workspace.rows('deals', ['account_id', 'outcome', 'series', 'manager']);
    const unnamed = deals.filter((deal) => deal.account_id === null);
    expect([unnamed.length, new Set(unnamed.map((deal) => deal.outcome))]).toEqual([1425, new Set(['open'])]);
    expect(deals.every((deal) => deal.manager !== null)).toBe(true);
    expect(result.joins).toContainEqual({
      source: 'sales_pipeline.csv',
      column: 'product',
      to: 'products.csv',
      by: 'key',
      matched: 7320,
      blank: 0,
      unmatched: 1480,
      examples: [{ value: 'GTXPro', count: 1480, nearest: 'GTX Pro' }],
    });
  });

  it('of opportunities without a key keep all rows and count those alike', async () => {
    const path = join(data, 'salvirt_b2b', 'Salvirt_B2B_ML_dataset.csv');
    const result = await workspace.import({ opportunities: { path } });
    expect(result.files[0]).toMatchObject({
      how: 'semicolon-separated, UTF-8',
      mapping: { as: 'deals' },
      rows: { in: 448, kept: 448, quarantined: 0 },
      duplicates: { rows: 83, by: 'whole row' },
    });
    const outcomes = (await workspace.rows('deals', ['outcome'])).map((deal) => deal.outcome);
    expect([
      outcomes.filter((end) => end === 'won').length,
      outcomes.filter((end) => end === 'lost').length,
    ]).toEqual([227, 221]);
  });
});
