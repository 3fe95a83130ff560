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
    console.log(vendor, first.requests, second.requests, changed, second.streams);
    expect((await workspace.sync()).imported).toBeNull();
  });

  it('says who won and lost, under the words of the product', { timeout: 60_000 }, async () => {
    connected = await connectVendor(vendor, size);
    const { workspace } = connected;
    const { imported } = await workspace.sync();
    for (const { name, mapping, warnings } of imported?.files ?? [])
      console.log(
        name,
        warnings,
        mapping.columns
          .map(
            ({ column, table, field, custom, asks }) =>
              `${column} -> ${table}.${field}${custom ? ' (own)' : ''}${asks ? ` ?${asks}` : ''}`,
          )
          .join('\n   '),
      );
    const deals = await workspace.rows('deals', [
      'outcome',
      'account_id',
      'amount',
      'created_on',
      'closed_on',
      'owner',
      'stage',
    ]);
    console.log(deals.slice(0, 3));
    const outcomes = deals.map(({ outcome }) => outcome);
    expect(new Set(outcomes)).toEqual(new Set(['won', 'lost', 'open']));
  });
});
