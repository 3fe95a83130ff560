import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { salesforceSecrets, startSalesforce } from '../../samples/crm/salesforce/index.ts';
import { companyWorld, createStandInClock } from '../../samples/crm/shared/index.ts';
import type { RecordSource } from '../../src/edges/connectors/records/index.ts';
import { salesforceConnector } from '../../src/edges/connectors/salesforce/index.ts';
import { type TestWorkspace, testWorkspace } from '../test-workspace.ts';
import { testContext, testSettings } from './test-context.ts';

let workspace: TestWorkspace;
beforeEach(async () => {
  workspace = await testWorkspace();
});
afterEach(() => workspace.dispose());

/** A stream as a file under the headers that the connector gives. */
async function csvOf(source: RecordSource, stream: string): Promise<string> {
  const fields = (await source.fields(stream)).filter(({ byDefault }) => byDefault);
  const names = fields.map(({ name }) => name);
  const labels = new Map(
    fields.map(({ name, options }) => [name, new Map(options?.map(({ value, label }) => [value, label]))]),
  );
  const { records } = await source.read({
    stream,
    fields: names,
    since: null,
    cursor: null,
    known: async () => [],
  });
  const shown = (name: string, value: string | null) => labels.get(name)?.get(value ?? '') ?? value ?? '';
  const rows = records.map(({ values }) => names.map((name) => shown(name, values[name] ?? null)));
  const line = (cells: readonly string[]) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join();
  return [fields.map(({ header }) => header), ...rows].map(line).join('\n');
}

describe('what is read from Salesforce', () => {
  it('is told by its headers and imported as its exports are', async () => {
    const clock = createStandInClock(Date.UTC(2026, 8, 1, 12));
    const world = companyWorld(3, { companies: 60, deals: 90, contacts: 80 }, clock.now());
    const salesforce = await startSalesforce({ world, now: clock.now });
    const { clientId, clientSecret } = salesforceSecrets;
    const context = testContext(clock, { 'client-id': clientId, 'client-secret': clientSecret });
    const source = salesforceConnector.open(testSettings(salesforce.origin), context);
    const result = await workspace.import({
      'a.csv': await csvOf(source, 'companies'),
      'b.csv': await csvOf(source, 'deals'),
      'c.csv': await csvOf(source, 'contacts'),
    });
    await salesforce.close();
    expect(result.files.map(({ mapping, rows }) => [mapping.as, mapping.why, rows.quarantined])).toEqual([
      ['accounts', 'Salesforce export of companies', 0],
      ['deals', 'Salesforce export of deals', 0],
      ['people', 'Salesforce export of contacts', 0],
    ]);
    expect(result.joins.map(({ by, unmatched }) => [by, unmatched])).toEqual([
      ['account_id', 0],
      ['account_id', 0],
    ]);
    const accounts = await workspace.rows('accounts', ['name', 'domain', 'industry', 'country', 'employees']);
    expect(accounts.map((row) => row.name).sort()).toEqual(
      Array.from({ length: 60 }, (_, row) => world.company(row).name).sort(),
    );
    const outcomes = await workspace.rows('deals', ['outcome', 'amount', 'closed_on']);
    const won = Array.from({ length: 90 }, (_, row) => world.deal(row)).filter(
      ({ outcome }) => outcome === 'won',
    );
    expect(outcomes.filter(({ outcome }) => outcome === 'won')).toHaveLength(won.length);
    expect(outcomes.reduce((sum, { amount }) => sum + Number(amount ?? 0), 0)).toBe(
      Array.from({ length: 90 }, (_, row) => world.deal(row).amount ?? 0).reduce((a, b) => a + b),
    );
  });
});
