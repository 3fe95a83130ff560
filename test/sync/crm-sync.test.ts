import { afterEach, describe, expect, it } from 'vitest';
import { type ConnectedVendor, connectVendor, type Vendor } from './stand-ins.ts';

const size = { companies: 300, deals: 500, contacts: 400 };
const vendors: readonly Vendor[] = ['hubspot', 'salesforce', 'pipedrive'];
const hour = 3_600_000;

let connected: ConnectedVendor;
afterEach(() => connected.close());

describe.each(vendors)('%s', (vendor) => {
  it('comes into the data whole, and the next time only what changed', { timeout: 60_000 }, async () => {
    connected = await connectVendor(vendor, size);
    const { workspace, standIn, clock } = connected;
    const first = await workspace.sync();
    expect(first.streams.map(({ stream, records }) => [stream, records])).toEqual([
      ['companies', 300],
      ['deals', 500],
      ['contacts', 400],
    ]);
    expect(first.imported?.files.map(({ mapping, rows }) => [mapping.as, rows])).toEqual([
      ['accounts', { in: 300, kept: 300, quarantined: 0 }],
      ['deals', { in: 500, kept: 500, quarantined: 0 }],
      ['people', { in: 400, kept: 400, quarantined: 0 }],
    ]);
    clock.advance(hour);
    const changed = standIn.changeShare(0.05, 3);
    clock.advance(hour);
    const second = await workspace.sync();
    expect(first.requests).toBeLessThan(30);
    expect(second.requests).toBeLessThan(30);
    for (const stream of second.streams) {
      const happened = changed[stream.stream as keyof typeof changed];
      expect([stream.stream, stream.added >= happened.added.length - happened.merged.length]).toEqual([
        stream.stream,
        true,
      ]);
      expect(stream.changed).toBeGreaterThanOrEqual(happened.changed.length - happened.merged.length);
    }
    expect((await workspace.sync()).imported).toBeNull();
  });

  it('says who won and lost, under the words of the product', { timeout: 60_000 }, async () => {
    connected = await connectVendor(vendor, size);
    const { workspace } = connected;
    const { imported } = await workspace.sync();
    const mapped = imported?.files.flatMap(({ mapping }) => mapping.columns.map(({ field }) => field));
    expect(mapped).toEqual(
      expect.arrayContaining(['account_id', 'name', 'domain', 'industry', 'country', 'employees', 'stage']),
    );
    const deals = await workspace.rows('deals', ['outcome', 'account_id', 'amount', 'stage']);
    expect(deals.filter(({ account_id: id }) => id === null)).toEqual([]);
    expect(deals.filter(({ amount }) => amount !== null).length).toBeGreaterThan(300);
    const outcomes = deals.map(({ outcome }) => outcome);
    expect(new Set(outcomes)).toEqual(new Set(['won', 'lost', 'open']));
  });
});

describe('a merge with a new id', () => {
  it('takes the deals of both companies along', { timeout: 60_000 }, async () => {
    connected = await connectVendor('hubspot', size);
    const { workspace, standIn, clock } = connected;
    await workspace.sync();
    clock.advance(hour);
    const { companies } = standIn.account.tables;
    const [one, two] = [companies.idOf(3), companies.idOf(4)].map(String);
    const into = String(companies.idOf(companies.mergeAsNew([3, 4], clock.now())));
    clock.advance(hour);
    const { streams } = await workspace.sync();
    expect(streams[0]).toMatchObject({ added: 1, merged: 2, deleted: 0, records: 299 });
    const deals = await workspace.rows('deals', ['account_id']);
    const accounts = deals.map(({ account_id: id }) => id);
    expect(accounts).not.toContain(one);
    expect(accounts).not.toContain(two);
    expect(accounts).toContain(into);
  });
});
