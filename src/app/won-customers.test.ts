import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestWorkspace, testWorkspace } from '../../test/test-workspace.ts';
import { rankValue } from './rank-value.ts';

let workspace: TestWorkspace;

beforeAll(async () => {
  workspace = await testWorkspace();
  const accounts = Array.from({ length: 24 }, (_, i) => `A-${i},Firm ${i},firm${i}.com,${20 + i}`);
  const deals = Array.from({ length: 24 }, (_, i) => {
    const outcome = i < 15 ? 'Won' : 'Lost';
    return `D-${i},A-${i},2025-0${1 + (i % 6)}-01,2025-0${2 + (i % 6)}-${10 + (i % 15)},${outcome},${1000 * (i + 1)}`;
  });
  await workspace.import({
    'companies.csv': ['Account ID,Company,Website,Employees', ...accounts].join('\n'),
    'deals.csv': ['Deal ID,Account ID,Created on,Closed on,Outcome,Amount', ...deals].join('\n'),
  });
});

afterAll(() => workspace.dispose());

const request = { asOf: '2026-01-01', weights: {}, last: null, seed: 1, at: '2026-01-01T00:00:00Z' };

test('accounts of won deals stand for customers where no customer table was imported', async () => {
  const result = await rankValue(workspace, request);
  expect(result.kind).toBe('ranking');
  if (result.kind !== 'ranking') return;
  expect(result.customers).toHaveLength(15);
  expect(result.warnings[0]).toContain('No customer table was imported');
  expect(result.customers[0]?.components.contract_value?.raw).toBeGreaterThan(1000);
});

test('a deal won after the day asked about makes no customer yet', async () => {
  const result = await rankValue(workspace, { ...request, asOf: '2024-12-31' });
  expect(result).toMatchObject({ kind: 'too-few-customers', found: 0 });
});
