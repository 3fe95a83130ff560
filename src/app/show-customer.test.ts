import { afterEach, beforeEach, expect, it } from 'vitest';
import { type TestWorkspace, testWorkspace } from '../../test/test-workspace.ts';
import { showCustomer } from './show-customer.ts';

let workspace: TestWorkspace;

beforeEach(async () => {
  workspace = await testWorkspace();
});

afterEach(() => workspace.dispose());

const csv = (...rows: readonly (readonly (string | number)[])[]) =>
  `${rows.map((row) => row.join(',')).join('\n')}\n`;

async function importAll() {
  const customers = Array.from({ length: 10 }, (_, i) => [
    `A${i}`,
    `Firm ${i}`,
    1000 * (i + 1),
    `2023-01-${10 + i}`,
    i === 0 ? '' : 'clinic',
  ]);
  await workspace.import({
    'c.csv': {
      text: csv(['Account ID', 'Company', 'Contract value', 'Start date', 'Industry'], ...customers),
      as: 'customers',
    },
    'd.csv': {
      text: csv(
        ['Deal ID', 'Account ID', 'Created', 'Closed', 'Outcome', 'Amount'],
        ['D1', 'A9', '2022-11-01', '2022-12-01', 'won', 5000],
        ['D2', 'A9', '2026-06-01', '2026-07-01', 'lost', 900],
        ['D3', 'A8', '2022-11-01', '2022-12-01', 'won', 10],
      ),
      as: 'deals',
    },
    'p.csv': {
      text: csv(
        ['Account ID', 'First name', 'Last name', 'Job title', 'Email'],
        ['A9', 'Ana', 'Vega', 'Director', 'ana@x.example'],
      ),
      as: 'people',
    },
    't.csv': {
      text: csv(['Account ID', 'Technology', 'Category', 'First seen'], ['A9', 'Odoo', 'ERP', '2022-01-01']),
      as: 'technologies',
    },
  });
}

it('a customer is shown with its place and all that the files say of it by the day asked', async () => {
  await importAll();
  const shown = await showCustomer(workspace, { account: 'firm 9', asOf: '2026-01-01', last: null });
  expect(shown).toMatchObject({
    account: { id: 'A9', name: 'Firm 9' },
    relation: { since: '2023-01-19', until: null },
    rank: 1,
    ranked: 10,
    best: true,
  });
  expect(shown.places.find(({ component }) => component === 'contract_value')).toMatchObject({
    raw: 10000,
    percentile: 0.95,
    weight: 3,
    counts: true,
  });
  expect(shown.attributes).toContainEqual(
    expect.objectContaining({ table: 'accounts', field: 'industry', held: 'clinic', sources: ['c.csv'] }),
  );
  expect(shown.deals).toMatchObject({ total: 1, shown: [{ dealId: 'D1', outcome: 'won', amount: 5000 }] });
  expect(shown.tools.shown).toMatchObject([{ technology: 'Odoo', category: 'ERP', firstSeen: '2022-01-01' }]);
  expect(shown.people.shown).toEqual([{ name: 'Ana Vega', title: 'Director', role: null }]);
  expect(shown.signals).toEqual({ total: 0, shown: [] });
});

it('what is not known of a customer is left out', async () => {
  await importAll();
  const shown = await showCustomer(workspace, { account: 'A0', asOf: '2026-01-01', last: null });
  expect(shown.attributes.map(({ field }) => field)).not.toContain('industry');
});

it('an account that nobody knows is refused', async () => {
  await importAll();
  const asked = showCustomer(workspace, { account: 'Nobody', asOf: '2026-01-01', last: null });
  await expect(asked).rejects.toMatchObject({ code: 'account.missing' });
});
