import { afterEach, beforeEach, expect, it } from 'vitest';
import { type TestWorkspace, testWorkspace } from '../../test/test-workspace.ts';
import { beliefChoices } from './belief-choices.ts';

let workspace: TestWorkspace;

beforeEach(async () => {
  workspace = await testWorkspace();
});

afterEach(() => workspace.dispose());

it('a belief may be about a trait, a tool or a signal of the data, and about no result', async () => {
  await workspace.import({
    'c.csv': {
      text: 'Account ID,Company,Industry,Rooms,NPS\nA1,One,clinic,3,9\nA2,Two,shop,8,7\nA3,Three,shop,5,8\n',
      as: 'customers',
    },
    't.csv': { text: 'Account ID,Technology,Category\nA1,Odoo,ERP\nA2,Zeta,ERP\n', as: 'technologies' },
    's.csv': { text: 'Account ID,Kind,About,Date\nA1,hired,nurse,2025-01-01\n', as: 'signals' },
  });
  const choices = await beliefChoices(workspace, { asOf: '2026-01-01' });
  expect(choices).toMatchObject({
    categories: ['ERP'],
    technologies: ['Odoo', 'Zeta'],
    signals: [{ kind: 'hired', abouts: ['nurse'] }],
  });
  const names = choices.fields.map(({ field }) => field);
  expect(names).toEqual(expect.arrayContaining(['industry', 'rooms']));
  expect(names).not.toContain('name');
  expect(choices.fields.find(({ field }) => field === 'industry')?.values).toEqual(['shop', 'clinic']);
  expect(choices.fields.find(({ field }) => field === 'rooms')?.range).toEqual({ low: 3, high: 8 });
});
