import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type HubspotBench, startHubspotBench } from '../../../../test/connectors/hubspot-bench.ts';
import type { RecordSource, WriteField } from '../records/index.ts';

const size = { companies: 30, deals: 40, contacts: 50 };
let bench: HubspotBench;
let source: RecordSource;

async function start(options: Parameters<typeof startHubspotBench>[1] = {}): Promise<void> {
  bench = await startHubspotBench(size, options);
  source = bench.open();
}
beforeEach(() => start());
afterEach(() => bench.close());

describe('the account', () => {
  it('is named, with its currency and the records of each stream', async () => {
    expect(await source.check()).toMatchObject({
      account: 'HubSpot (portal 44000001)',
      currency: 'EUR',
      streams: [
        { stream: 'companies', readable: true, missing: null, records: 30 },
        { stream: 'deals', readable: true, missing: null, records: 40 },
        { stream: 'contacts', readable: true, missing: null, records: 50 },
      ],
      usage: { unit: 'requests' },
    });
    expect(bench.hubspot.log.total).toBe(4);
  });

  it('says which scope is missing', async () => {
    await bench.close();
    await start({ hidden: ['deals'] });
    const { streams } = await source.check();
    expect(streams[1]).toEqual({
      stream: 'deals',
      readable: false,
      writable: false,
      missing: 'crm.objects.deals.read',
      records: null,
    });
    expect(streams[2]?.readable).toBe(true);
  });

  it('refuses a token that was taken away, and one that is missing', async () => {
    bench.hubspot.tokens.revokePrivate();
    await expect(source.check()).rejects.toMatchObject({ code: 'connection.unauthorized' });
  });

  it('is reached by OAuth too, with a new token whenever one ended', async () => {
    const app = bench.open('oauth');
    await app.check();
    bench.clock.advance(1_800_000);
    expect((await app.check()).streams).toHaveLength(3);
    bench.hubspot.tokens.expireAll();
    expect((await bench.open('oauth').check()).streams).toHaveLength(3);
    expect(bench.hubspot.log.count('/oauth/')).toBe(3);
  });
});

describe('fields', () => {
  const field = async (stream: string, name: string) =>
    (await source.fields(stream)).find((each) => each.name === name);

  it('carry the headers of HubSpot’s own exports', async () => {
    const headers = async (stream: string) =>
      (await source.fields(stream)).filter(({ byDefault }) => byDefault).map(({ header }) => header);
    expect(await headers('companies')).toEqual([
      'Record ID',
      'Create Date',
      'Company owner',
      'Company name',
      'Company Domain Name',
      'Industry',
      'Country/Region',
      'City',
      'Number of Employees',
      'Year Founded',
      'Lifecycle Stage',
      'Booking tool',
    ]);
    expect(await headers('deals')).toEqual([
      'Record ID',
      'Create Date',
      'Deal owner',
      'Deal Name',
      'Amount',
      'Deal Stage',
      'Pipeline',
      'Close Date',
      'Closed Lost Reason',
    ]);
    expect(await headers('contacts')).toEqual([
      'Record ID',
      'Create Date',
      'Contact owner',
      'First Name',
      'Last Name',
      'Email',
      'Job Title',
    ]);
  });

  it('are told apart by their names where their labels are the same', async () => {
    const all = (await source.fields('companies')).map(({ header }) => header);
    expect(new Set(all).size).toBe(all.length);
    expect(all).toContain('Last Modified Date (hs_lastmodifieddate)');
  });

  it('say what they hold, and what values stand for', async () => {
    expect(await field('companies', 'hs_object_id')).toMatchObject({ kind: 'id', writable: false });
    expect(await field('deals', 'amount')).toMatchObject({ kind: 'money', writable: true, standard: true });
    expect(await field('companies', 'booking_tool')).toMatchObject({ standard: false, byDefault: true });
    expect((await field('deals', 'dealstage'))?.options?.slice(-2)).toEqual([
      { value: 'closedwon', label: 'Won' },
      { value: 'closedlost', label: 'Lost' },
    ]);
    expect((await field('deals', 'pipeline'))?.options).toEqual([
      { value: 'default', label: 'Sales Pipeline' },
    ]);
    const owners = (await field('companies', 'hubspot_owner_id'))?.options;
    const [owner] = bench.world.owners;
    expect(owners).toHaveLength(5);
    expect(owners?.[0]?.label).toBe(`${owner?.firstName} ${owner?.lastName}`);
    expect(bench.hubspot.log.count('/owners/')).toBe(2);
  });

  it('that Bestfit wrote are not read by default', async () => {
    await source.prepare('companies', [tier], { create: true });
    expect(await field('companies', 'bestfit_tier')).toMatchObject({ byDefault: false, writable: true });
  });
});

describe('stages', () => {
  it('say what being in them means', async () => {
    const stages = await source.stages();
    expect(stages.map(({ label, place, outcome }) => [place, label, outcome])).toEqual([
      [0, 'Contacted', 'open'],
      [1, 'Qualified', 'open'],
      [2, 'Demo held', 'open'],
      [3, 'Proposal sent', 'open'],
      [4, 'Won', 'won'],
      [5, 'Lost', 'lost'],
    ]);
    expect(stages[0]).toMatchObject({ id: 'appointmentscheduled', pipeline: 'Sales Pipeline' });
  });
});

const tier: WriteField = {
  name: 'bestfit_tier',
  label: 'Bestfit tier',
  description: 'How well the company fits.',
  kind: 'option',
  options: ['A', 'B'],
};
const more: readonly WriteField[] = [
  tier,
  { ...tier, name: 'bestfit_fit', kind: 'number', options: null },
  { ...tier, name: 'bestfit_reasons', kind: 'long-text', options: null },
  { ...tier, name: 'bestfit_scored_on', kind: 'date', options: null },
];

describe('fields to be written', () => {
  const states = async (fields: readonly WriteField[], create = true) =>
    (await source.prepare('companies', fields, { create })).map(({ state, target }) => [state, target]);

  it('are created once, all by one request', async () => {
    expect(await states([tier], false)).toEqual([['missing', null]]);
    bench.hubspot.log.clear();
    expect(await states(more)).toEqual(more.map(({ name }) => ['created', name]));
    expect(bench.hubspot.log.total).toBe(3);
    expect(await states(more)).toEqual(more.map(({ name }) => ['there', name]));
    expect(bench.hubspot.log.total).toBe(4);
    const made = bench.hubspot.account.properties.companies.get('bestfit_reasons');
    expect(made).toMatchObject({ type: 'string', fieldType: 'textarea', groupName: 'bestfit' });
  });

  it('are there after an answer that was cut', async () => {
    for (const endpoint of ['/groups', '/batch/create'])
      bench.hubspot.faults.add({ kind: 'cut', afterBytes: 0 }, { at: 'nth', n: 1, endpoint });
    expect(await states(more)).toEqual(more.map(({ name }) => ['created', name]));
  });

  it('are added to those that are there', async () => {
    await states([tier]);
    expect(await states(more)).toEqual(more.map(({ name }, i) => [i === 0 ? 'there' : 'created', name]));
  });

  it('that somebody made in another form are missing, with what to do', async () => {
    await states([tier]);
    const number: WriteField = { ...tier, kind: 'number', options: null };
    const [wrong] = await source.prepare('companies', [number], { create: true });
    expect(wrong).toEqual({
      name: 'bestfit_tier',
      target: null,
      state: 'missing',
      remedy:
        '`bestfit_tier` in HubSpot holds `enumeration` where `number` is needed: remove or rename it there.',
    });
    const [lacking] = await source.prepare('companies', [{ ...tier, options: ['A', 'B', 'C'] }], {
      create: true,
    });
    expect(lacking?.remedy).toBe('Add to `bestfit_tier` in HubSpot the options `C`.');
  });
});
