import { afterEach, describe, expect, it } from 'vitest';
import { draftFromData } from '../../src/app/draft-profile.ts';
import { changeConnection, writeBack } from '../../src/app/sync/index.ts';
import { type ConnectedVendor, connectVendor, type Vendor } from './stand-ins.ts';

const size = { companies: 300, deals: 500, contacts: 100 };
const vendors: readonly Vendor[] = ['hubspot', 'salesforce', 'pipedrive'];
const hour = 3_600_000;

let connected: ConnectedVendor;
afterEach(() => connected.close());

const at = () => new Date(connected.clock.now()).toISOString();

async function draft(): Promise<void> {
  const drafted = await draftFromData(connected.workspace, {
    asOf: at().slice(0, 10),
    at: at(),
    onProgress: () => undefined,
    name: 'Clinics',
    kind: 'company',
    contrast: null,
    last: null,
    seed: null,
    permutations: 200,
    by: 'test',
    why: null,
    publish: true,
  });
  expect(drafted.kind).toBe('draft');
}

const choose = (write: readonly string[]) =>
  changeConnection(connected.workspace, {
    connection: 'crm',
    write,
  });

const write = (dryRun = false) =>
  writeBack(connected.workspace, {
    connection: 'crm',
    asOf: at().slice(0, 10),
    at: at(),
    dryRun,
    onProgress: () => undefined,
  });

describe.each(vendors)('writing back to %s', (vendor) => {
  it('writes what was chosen, once, and says before what it would', { timeout: 90_000 }, async () => {
    connected = await connectVendor(vendor, size);
    const { workspace, clock } = connected;
    await workspace.sync();
    await draft();
    await expect(write()).rejects.toMatchObject({ code: 'sync.nothing-chosen' });
    await choose(['fit', 'tier', 'play', 'reasons', 'scored_on']);
    const planned = await write(true);
    expect(planned).toMatchObject({ state: 'planned', written: 0, failed: { total: 0 } });
    expect(planned.accounts.changed).toBeGreaterThan(50);
    const written = await write();
    expect(written).toMatchObject({
      state: 'done',
      written: planned.accounts.changed,
      left: 0,
      failed: { total: 0 },
    });
    expect(await write()).toMatchObject({ state: 'done', written: 0, accounts: { changed: 0 } });
    clock.advance(hour);
    const again = await workspace.sync();
    expect(again.streams[0]).toMatchObject({ mode: 'incremental', added: 0, deleted: 0 });
    // Records of Salesforce come with a formula that has another result each day.
    if (vendor !== 'salesforce') expect([again.streams[0]?.changed, again.imported]).toEqual([0, null]);
    expect(await write(true)).toMatchObject({ accounts: { changed: 0 } });
    const fields = (await workspace.store.head())?.snapshot.fields ?? [];
    expect(fields.filter(({ label }) => /bestfit/i.test(label))).toEqual([]);
  });
});

describe('an account that another source named first', () => {
  it('is written to the company of its web domain', { timeout: 90_000 }, async () => {
    connected = await connectVendor('hubspot', size);
    const { workspace, standIn } = connected;
    const { row, domain } = companyWithDomain();
    await workspace.import({ 'mine.csv': `account_id,name,domain\n1,Mine,${domain}\n` });
    await workspace.sync();
    expect((await workspace.rows('accounts', ['account_id'])).length).toBe(size.companies);
    await draft();
    await choose(['tier']);
    const planned = await write(true);
    expect(planned.accounts.found).toBe(planned.accounts.scored);
    await write();
    const tier = standIn.account.tables.companies.read(row).values.bestfit_tier;
    expect(tier).toMatch(/^(?:[A-D]|out)$/);
  });
});

/** The first prospect that has a web domain. */
function companyWithDomain() {
  const { world } = connected.standIn.account.tables;
  const row = Array.from({ length: size.companies }, (_, at) => at).find(
    (at) => world.company(at).domain !== null && world.dealsOfCompany(at).length === 0,
  )!;
  return { row, domain: world.company(row).domain! };
}
