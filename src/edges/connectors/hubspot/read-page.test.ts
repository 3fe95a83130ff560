import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CrmKind, Fault } from '../../../../samples/crm/shared/index.ts';
import {
  benchStart,
  type HubspotBench,
  knownFrom,
  readPages,
  startHubspotBench,
  together,
} from '../../../../test/connectors/hubspot-bench.ts';
import { hubspotFacts } from './hubspot-facts.ts';

const size = { companies: 1000, deals: 500, contacts: 1500 };
const fields = {
  companies: ['name', 'domain', 'numberofemployees'],
  deals: ['dealname', 'amount', 'dealstage'],
  contacts: ['firstname', 'email'],
} as const;
const streams: readonly CrmKind[] = ['companies', 'deals', 'contacts'];
const later = new Date(benchStart + 1).toISOString();
const requests = { companies: 1000, deals: 500, contacts: 1500 };
let bench: HubspotBench;

beforeEach(async () => {
  bench = await startHubspotBench(size);
});
afterEach(() => bench.close());

const idsOf = (stream: CrmKind, rows: readonly number[]): readonly string[] =>
  rows.map((row) => String(bench.hubspot.account.tables[stream].idOf(row)));
const allIds = (stream: CrmKind): readonly string[] =>
  idsOf(
    stream,
    Array.from({ length: requests[stream] }, (_, row) => row),
  );
const ids = (records: readonly { readonly id: string }[]): readonly string[] => records.map(({ id }) => id);

describe('a full read', () => {
  it.each(streams)('gives every record of %s once, and says so', async (stream) => {
    const source = bench.open();
    const pages = await readPages(() => source, { stream, fields: fields[stream] });
    expect(ids(together(pages).records)).toEqual(allIds(stream));
    expect(pages.map(({ complete }) => complete)).toEqual(pages.map((_, i) => i === pages.length - 1));
  });

  it('gives values, links and the history of stages', async () => {
    const source = bench.open();
    const pages = await readPages(() => source, { stream: 'deals', fields: fields.deals });
    const { records, history } = together(pages);
    const { world } = bench;
    const row = 3;
    const deal = world.deal(row);
    expect(records[row]).toMatchObject({
      values: { dealname: deal.name, amount: deal.amount === null ? null : String(deal.amount) },
      links: { companies: idsOf('companies', [world.companyOfDeal(row)]) },
      modifiedAt: new Date(deal.modifiedAt).toISOString(),
    });
    const entered = history.filter((entry) => entry.deal === records[row]?.id);
    expect(entered.map(({ at }) => Date.parse(at))).toEqual(deal.stages.map(({ at }) => at));
    expect(entered.at(-1)?.stage).toBe(records[row]?.values.dealstage);
  });

  it('asks as little as HubSpot allows', async () => {
    const source = bench.open();
    for (const stream of streams) await readPages(() => source, { stream, fields: fields[stream] });
    expect(bench.hubspot.log.byEndpoint).toEqual({
      'GET /crm/objects/2026-09/companies': 10,
      'GET /crm/objects/2026-09/contacts': 15,
      'GET /crm/objects/2026-09/deals': 10,
    });
    bench.hubspot.log.clear();
    await readPages(() => source, { stream: 'deals', fields: ['amount'] });
    expect(bench.hubspot.log.total).toBe(5);
  });

  it('tells what was merged, and leaves out what was archived', async () => {
    const { companies } = bench.hubspot.account.tables;
    const into = companies.mergeAsNew([0, 1], benchStart);
    companies.archive(2, benchStart);
    const source = bench.open();
    const { records, gone } = together(
      await readPages(() => source, { stream: 'companies', fields: fields.companies }),
    );
    expect(ids(records)).toEqual([...allIds('companies').slice(3), ...idsOf('companies', [into])]);
    expect(gone.map((each) => [each.id, each.how, each.into])).toEqual(
      idsOf('companies', [0, 1]).map((id) => [id, 'merged', String(companies.idOf(into))]),
    );
  });

  it('goes on from any page in a new process', async () => {
    const pages = await readPages(() => bench.open(), { stream: 'contacts', fields: fields.contacts });
    expect(ids(together(pages).records)).toEqual(allIds('contacts'));
    const again = await readPages(() => bench.open(), {
      stream: 'contacts',
      fields: fields.contacts,
      cursor: pages[4]!.next,
    });
    expect(ids(together(again).records)).toEqual(allIds('contacts').slice(500));
  });

  it('reads more fields than fit into an address in batches', async () => {
    const many = Array.from({ length: 500 }, (_, i) => `a_property_with_a_long_name_${i}`);
    const source = bench.open();
    const wish = { stream: 'deals', fields: [...fields.deals, ...many] };
    const { records, history } = together(await readPages(() => source, wish));
    expect(ids(records)).toEqual(allIds('deals'));
    expect(records[3]).toMatchObject({
      values: { dealname: bench.world.deal(3).name, a_property_with_a_long_name_7: null },
      links: { companies: idsOf('companies', [bench.world.companyOfDeal(3)]) },
    });
    expect(new Set(history.map(({ deal }) => deal)).size).toBe(500);
    expect(bench.hubspot.log.byEndpoint).toEqual({
      'GET /crm/objects/2026-09/deals': 5,
      'POST /crm/objects/2026-09/deals/batch/read': 10,
    });
  });
});

describe('an incremental read', () => {
  const incremental = (stream: CrmKind, since = later) => ({
    stream,
    since,
    fields: fields[stream],
    known: knownFrom(allIds(stream)),
  });

  it.each(streams)('of %s gives exactly what changed, was deleted and was merged', async (stream) => {
    bench.clock.advance(60_000);
    const changed = bench.hubspot.changeShare(0.1, 1)[stream];
    const pages = await readPages(() => bench.open(), incremental(stream));
    const { records, gone, relinked } = together(pages);
    const expected = idsOf(stream, [...changed.added, ...changed.changed, ...changed.into]);
    expect([...ids(records)].sort()).toEqual([...expected].sort());
    const goneBy = (how: string) => ids(gone.filter((each) => each.how === how));
    expect([...goneBy('deleted')].sort()).toEqual([...idsOf(stream, changed.deleted)].sort());
    expect([...goneBy('merged')].sort()).toEqual([...idsOf(stream, changed.merged)].sort());
    expect(ids(relinked)).toEqual(stream === 'companies' ? [] : allIds(stream));
    expect(pages.at(-1)).toMatchObject({ complete: false, next: null });
  });

  it('includes the moment since which it reads', async () => {
    bench.clock.advance(60_000);
    bench.hubspot.account.tables.companies.update(5, { name: 'New' }, bench.clock.now());
    const since = new Date(bench.clock.now()).toISOString();
    const read = async (from: string) =>
      ids(together(await readPages(() => bench.open(), incremental('companies', from))).records);
    expect(await read(since)).toEqual(idsOf('companies', [5]));
    expect(await read(new Date(bench.clock.now() + 1).toISOString())).toEqual([]);
  });

  it('asks as little as HubSpot allows', async () => {
    bench.clock.advance(60_000);
    bench.hubspot.changeShare(0.1, 1);
    const source = bench.open();
    const count = async (stream: CrmKind) => {
      bench.hubspot.log.clear();
      await readPages(() => source, incremental(stream));
      return Object.values(bench.hubspot.log.byEndpoint);
    };
    // The list of archived records; links of what changed, and of all that are known; records; searches of ids.
    expect(await count('companies')).toEqual([1, 1, 1]);
    expect(await count('deals')).toEqual([1, 1 + 1, 1, 1]);
    expect(await count('contacts')).toEqual([1, 1 + 2, 2, 1]);
  });

  it('learns of a link that moved, although no date did', async () => {
    const { dealCompany } = bench.hubspot.account.tables;
    dealCompany.move(7, 900);
    dealCompany.move(8, null);
    bench.clock.advance(60_000);
    const { records, relinked } = together(await readPages(() => bench.open(), incremental('deals')));
    expect(records).toEqual([]);
    expect(relinked.slice(7, 9).map(({ links }) => links)).toEqual([
      { companies: idsOf('companies', [900]) },
      { companies: [] },
    ]);
  });

  it('finds what the index did not know yet once the overlap is read again', async () => {
    await bench.close();
    bench = await startHubspotBench(size, { indexLagMs: 20_000 });
    bench.clock.advance(60_000);
    bench.hubspot.account.tables.companies.update(5, { name: 'New' }, bench.clock.now() - 5000);
    const start = bench.clock.now();
    const read = async (since: number) => {
      const wish = incremental('companies', new Date(since).toISOString());
      return ids(together(await readPages(() => bench.open(), wish)).records);
    };
    expect(await read(benchStart + 1)).toEqual([]);
    bench.clock.advance(3_600_000);
    expect(await read(start)).toEqual([]);
    expect(await read(start - hubspotFacts.overlapSeconds * 1000)).toEqual(idsOf('companies', [5]));
  });

  it('goes beyond the 10,000 records that one search shows', async () => {
    await bench.close();
    bench = await startHubspotBench({ companies: 10_500, deals: 10, contacts: 10 });
    const all = idsOf(
      'companies',
      Array.from({ length: 10_500 }, (_, row) => row),
    );
    const source = bench.open();
    const pages = await readPages(() => source, incremental('companies', '2001-01-01T00:00:00Z'));
    expect(ids(together(pages).records)).toEqual(all);
    expect(pages.map(({ done }) => done).slice(0, 2)).toEqual([1000 / 10_500, 2000 / 10_500]);
    expect(bench.hubspot.log.count('/search')).toBe(53);
  });

  it('leaves what changes while it reads to the next one', async () => {
    bench.clock.advance(60_000);
    const { companies } = bench.hubspot.account.tables;
    for (let row = 0; row < 1000; row++) companies.update(row, { city: 'Bilbao' }, bench.clock.now());
    const first = await bench.open().read({ cursor: null, ...incremental('companies') });
    bench.clock.advance(60_000);
    for (let row = 0; row < 1000; row++) companies.update(row, { city: 'Vigo' }, bench.clock.now());
    const rest = await readPages(() => bench.open(), { ...incremental('companies'), cursor: first.next });
    expect(first.records).toHaveLength(1000);
    expect(together(rest).records).toEqual([]);
  });
});

describe('a read through faults', () => {
  const faults: readonly [string, Fault, number][] = [
    ['too many requests', { kind: 'rate-limit' }, 2],
    ['ended tokens', { kind: 'unauthorized' }, 3],
    ['failures of the server', { kind: 'server-error', status: 500 }, 2],
    ['a gateway’s pages', { kind: 'server-error', status: 502 }, 3],
    ['locked records', { kind: 'server-error', status: 423 }, 2],
    ['an account that moves', { kind: 'server-error', status: 477 }, 2],
    ['slow answers', { kind: 'slow', delayMs: 20 }, 5],
    ['answers without a head', { kind: 'cut', afterBytes: 0 }, 2],
    ['answers that are cut', { kind: 'cut', afterBytes: 70 }, 3],
  ];

  it.each(faults)('of %s loses nothing', async (_, fault, n) => {
    const source = bench.open('oauth');
    bench.hubspot.faults.add(fault, { at: 'every', n, endpoint: '/crm/' });
    const full = await readPages(() => source, { stream: 'deals', fields: fields.deals });
    expect(ids(together(full).records)).toEqual(allIds('deals'));
    bench.clock.advance(60_000);
    const since = new Date(bench.clock.now()).toISOString();
    const changed = bench.hubspot.changeShare(0.1, 1).deals;
    const known = knownFrom(allIds('deals'));
    const wish = { stream: 'deals', fields: fields.deals, since, known };
    const { records, gone, relinked } = together(await readPages(() => source, wish));
    const expected = idsOf('deals', [...changed.added, ...changed.changed]);
    expect([...ids(records)].sort()).toEqual([...expected].sort());
    expect(ids(gone)).toHaveLength(changed.deleted.length);
    expect(relinked).toHaveLength(500);
    expect(bench.hubspot.faults.shown.length).toBeGreaterThan(2);
  });

  it('that the token may not see is refused with the scope that is missing', async () => {
    await bench.close();
    bench = await startHubspotBench(size, { hidden: ['contacts'] });
    const read = readPages(() => bench.open(), { stream: 'contacts', fields: [] });
    await expect(read).rejects.toMatchObject({
      code: 'connection.forbidden',
      params: { missing: 'crm.objects.contacts.read' },
    });
  });
});
