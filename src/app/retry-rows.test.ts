import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type TestWorkspace, testWorkspace } from '../../test/test-workspace.ts';
import { quarantinedRows } from './quarantined-rows.ts';
import { retryRows } from './retry-rows.ts';
import { undoImport } from './undo-import.ts';

let workspace: TestWorkspace;
beforeEach(async () => {
  workspace = await testWorkspace();
});
afterEach(() => workspace.dispose());

const deals = `deal_id,account_id,created_on,amount,outcome
d1,a1,2026-01-05,1000,won
d2,a2,2026-01-06,many,lost
d3,a3,31/02/2026x,3000,won
d4,a4,2026-01-08,4000,lost
d5,a5,2026-01-09,5000,won
d1,a6,2026-01-10,6000,won
d7,a7,2026-01-11,7000,lost
d8,a8,2026-01-12,8000,lost
`;
const moment = { at: '2026-11-20T10:00:00.000Z', onProgress: () => undefined };
const page = { source: null, offset: 0, limit: 50 };

async function counts() {
  const head = await workspace.store.head();
  return head?.sources[0]?.rows;
}

describe('rows that were set aside', () => {
  it('are shown by line with their cells and what does not fit', async () => {
    await workspace.import({ 'deals.csv': deals });
    const { total, sources, rows } = await quarantinedRows(workspace, page);
    expect(total).toBe(rows.length);
    expect(sources).toEqual([
      {
        source: 'deals.csv',
        rows: total,
        headers: ['deal_id', 'account_id', 'created_on', 'amount', 'outcome'],
      },
    ]);
    expect(rows.map(({ line, column }) => `${line} ${column}`)).toContain('3 amount');
    expect(rows.find(({ line }) => line === 3)?.cells).toMatchObject({ deal_id: 'd2', amount: 'many' });
  });

  it('join the rows of their file once they are corrected; the sum of rows stays that of the file', async () => {
    await workspace.import({ 'deals.csv': deals });
    const before = await counts();
    const aside = before?.quarantined ?? 0;
    expect(before).toEqual({ in: 8, kept: 8 - aside, quarantined: aside });
    const done = await retryRows(workspace, {
      ...moment,
      source: 'deals.csv',
      rows: [
        { line: 3, cells: { amount: '2000' } },
        { line: 7, cells: { deal_id: 'd6' } },
      ],
    });
    expect(done.files[0]?.rows).toEqual({ in: 2, kept: 2, quarantined: 0 });
    expect(await counts()).toEqual({ in: 8, kept: 8 - aside + 2, quarantined: aside - 2 });
    const rows = await workspace.rows('deals', ['deal_id', 'amount']);
    expect(rows).toContainEqual({ deal_id: 'd2', amount: 2000 });
    expect(rows).toContainEqual({ deal_id: 'd6', amount: 6000 });
    expect(rows).toHaveLength(8 - aside + 2);
    await undoImport(workspace);
    expect(await counts()).toEqual(before);
  });

  it('stay set aside at their line, with the new reason, when they still do not fit', async () => {
    await workspace.import({ 'deals.csv': deals });
    const before = await counts();
    const done = await retryRows(workspace, {
      ...moment,
      source: 'deals.csv',
      rows: [{ line: 7, cells: { deal_id: 'd4' } }],
    });
    expect(done.files[0]?.rows).toEqual({ in: 1, kept: 0, quarantined: 1 });
    expect(await counts()).toEqual(before);
    const { rows } = await quarantinedRows(workspace, page);
    expect(rows.filter(({ line }) => line === 7)).toMatchObject([{ cells: { deal_id: 'd4' } }]);
  });

  it('that are none are refused', async () => {
    await workspace.import({ 'deals.csv': deals });
    const asked = { ...moment, source: 'deals.csv', rows: [{ line: 2, cells: {} }] };
    await expect(retryRows(workspace, asked)).rejects.toMatchObject({ code: 'export.nothing-set-aside' });
    const other = { ...asked, source: 'other.csv' };
    await expect(retryRows(workspace, other)).rejects.toMatchObject({ code: 'export.nothing-set-aside' });
  });

  it('of a file without ids get ids of their own, again and again', async () => {
    const list = 'name,employees\nAcme,10\nBeta,many\nCora,20\nDelta,lots\nEcho,30\nFox,11\nGolf,12\n';
    await workspace.import({ 'list.csv': { text: list, as: 'accounts' } });
    const { rows } = await quarantinedRows(workspace, page);
    expect(rows.map(({ line }) => line)).toEqual([3, 5]);
    for (const { line } of rows) {
      await retryRows(workspace, {
        ...moment,
        source: 'list.csv',
        rows: [{ line, cells: { employees: '7' } }],
      });
    }
    const accounts = await workspace.rows('accounts', ['account_id', 'name']);
    expect(new Set(accounts.map((row) => row.account_id)).size).toBe(7);
    expect(await counts()).toEqual({ in: 7, kept: 7, quarantined: 0 });
  });
});
