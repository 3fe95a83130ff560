import { afterEach, beforeEach, expect, it } from 'vitest';
import { type TestWorkspace, testWorkspace } from '../../test/test-workspace.ts';
import { asc, column, select } from '../base/sql/index.ts';
import { currentData } from './current-data.ts';
import { exclusionTables } from './exclusion-tables.ts';

const accounts = 'Account ID,Company,Industry\nA1,Acme,retail\nA2,Bolt,retail\nA3,Cobra,retail\n';
const deals =
  'Deal ID,Account ID,Stage,Close date\nD1,A1,Won,2025-03-01\nD2,A2,Lost,2025-04-01\nD3,A3,Won,2025-05-01\n';

let workspace: TestWorkspace;

beforeEach(async () => {
  workspace = await testWorkspace();
});

afterEach(() => workspace.dispose());

async function customers(): Promise<readonly unknown[]> {
  const from = exclusionTables(await currentData(workspace)).customers;
  if (from === null) return [];
  const columns = [column('account_id'), column('started_on'), column('ended_on')];
  return workspace.engine.rows(select({ columns, from, orderBy: [asc(column('account_id'))] }));
}

it('without imported customers the accounts of won deals are customers since their deal was closed', async () => {
  await workspace.import({ 'accounts.csv': accounts, 'deals.csv': deals });
  expect(await customers()).toEqual([
    { account_id: 'A1', started_on: '2025-03-01', ended_on: null },
    { account_id: 'A3', started_on: '2025-05-01', ended_on: null },
  ]);
});

it('imported customers alone say who is one', async () => {
  const relations = 'Account ID,Customer since,Churn date\nA1,2025-03-01,2025-09-01\n';
  await workspace.import({ 'accounts.csv': accounts, 'deals.csv': deals, 'customers.csv': relations });
  expect(await customers()).toEqual([{ account_id: 'A1', started_on: '2025-03-01', ended_on: '2025-09-01' }]);
});
