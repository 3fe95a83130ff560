import { afterEach, expect, it } from 'vitest';
import { type ConnectedVendor, connectVendor } from './stand-ins.ts';

let connected: ConnectedVendor;
afterEach(() => connected.close());

const hour = 3_600_000;

it('companies that are merged one after the other before the next sync take their deals along', {
  timeout: 90_000,
}, async () => {
  connected = await connectVendor('salesforce', { companies: 60, deals: 100, contacts: 60 });
  const { workspace, standIn, clock } = connected;
  await workspace.sync();
  const { companies } = standIn.account.tables;
  clock.advance(hour);
  companies.merge([1, 0], clock.now());
  clock.advance(hour);
  companies.merge([2, 1], clock.now());
  clock.advance(hour);
  await workspace.sync();
  const accounts = await workspace.rows('accounts', ['account_id']);
  const deals = await workspace.rows('deals', ['deal_id', 'account_id']);
  const known = new Set(accounts.map(({ account_id: id }) => id));
  expect(accounts).toHaveLength(58);
  expect(deals).toHaveLength(100);
  expect(deals.filter(({ account_id: id }) => !known.has(id))).toEqual([]);
});
