import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hubspotSecrets } from '../../../../samples/crm/hubspot/index.ts';
import {
  benchStart,
  type HubspotBench,
  startHubspotBench,
} from '../../../../test/connectors/hubspot-bench.ts';
import { testContext, testSettings } from '../../../../test/connectors/test-context.ts';
import { createClient } from '../client/index.ts';
import { hubspotRules } from './hubspot-rules.ts';
import { readLinks } from './read-links.ts';

let bench: HubspotBench;

beforeEach(async () => {
  bench = await startHubspotBench({ companies: 1200, deals: 3000, contacts: 1200 }, { associationPage: 2 });
});
afterEach(() => bench.close());

const idsOf = (stream: 'companies' | 'deals', rows: readonly number[]): readonly string[] =>
  rows.map((row) => String(bench.hubspot.account.tables[stream].idOf(row)));

async function read(rows: readonly number[]) {
  const settings = testSettings(bench.hubspot.origin);
  const context = testContext(bench.clock, { token: hubspotSecrets.privateToken });
  const client = createClient(hubspotRules(settings), settings, context);
  return readLinks(client, { from: 'companies', to: ['deals'] }, idsOf('companies', rows));
}

describe('links', () => {
  it('of records with more of them than one answer shows are all read', async () => {
    const rows = Array.from({ length: 1200 }, (_, row) => row);
    const links = await read(rows);
    const { world } = bench;
    expect([...links.values()].map(({ deals }) => deals)).toEqual(
      rows.map((row) => idsOf('deals', world.dealsOfCompany(row))),
    );
    expect(Math.max(...rows.map((row) => world.dealsOfCompany(row).length))).toBeGreaterThan(2);
  });

  it('of a record without any are none', async () => {
    const { dealCompany, companies } = bench.hubspot.account.tables;
    for (const deal of bench.world.dealsOfCompany(0)) dealCompany.move(deal, 1);
    companies.archive(2, benchStart);
    const links = await read([0, 2]);
    expect([...links.values()]).toEqual([{ deals: [] }, { deals: [] }]);
  });
});
