import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DiscoverOutcome } from '../src/app/discover-patterns.ts';
import type { ImportResult } from '../src/app/import-files.ts';
import { reportQuality } from '../src/app/report-quality.ts';
import { asOf, Journey } from './journey.ts';
import { cellsOf, needsRealData, realData } from './real-data.ts';

type Found = Extract<DiscoverOutcome, { kind: 'discovery' }>;

const at = (name: string) => ({ path: join(realData, 'olist', name) });
const leads = 'olist_marketing_qualified_leads_dataset.csv';
const closed = 'olist_closed_deals_dataset.csv';
const items = 'olist_order_items_dataset.parquet';
const sellers = 'olist_sellers_dataset.csv';

describe.skipIf(realData === '')(`real leads with a file of won deals (${needsRealData})`, () => {
  let journey: Journey;
  let imported: ImportResult;
  let found: Found;

  beforeAll(async () => {
    journey = await Journey.start();
    imported = await journey.import(
      { [leads]: at(leads), [closed]: at(closed), [sellers]: at(sellers) },
      { absent: [{ file: null, value: { kind: 'lost' } }] },
    );
    found = await journey.patterns();
  }, 120_000);

  afterAll(() => journey.end());

  it('are read day first, and lost where no deal was won', () => {
    expect(imported.files.map(({ rows }) => [rows.in, rows.kept])).toEqual([
      [8000, 8000],
      [842, 842],
      [3095, 3095],
    ]);
    const dated = imported.files.flatMap(({ mapping }) =>
      mapping.columns.filter(({ kind }) => kind === 'date'),
    );
    expect(dated.map(({ column: name, format }) => [name, format.dateOrder])).toEqual([
      ['first_contact_date', 'dmy'],
      ['won_date', 'dmy'],
    ]);
    expect(imported.absences).toMatchObject([
      { source: leads, means: { kind: 'lost' }, listed: 8000, known: 842, lost: 7158, open: 0, unknown: 0 },
    ]);
    expect(imported.absences[0]).toMatchObject({
      until: '2018-11-14',
      proposed: { kind: 'lost-after', days: 210 },
    });
  });

  it('have the join to the sellers reported: 380 of the winners ever listed something', () => {
    expect(imported.joins).toContainEqual(
      expect.objectContaining({ source: closed, column: 'seller_id', matched: 380, unmatched: 462 }),
    );
  });

  it('set aside what is recorded for winners only, with the reason', () => {
    expect(found).toMatchObject({ contrast: 'won-lost', customers: { n: 8000, best: 842 } });
    const leaks = new Map(found.leaks.map(({ field, kind }) => [field, kind]));
    const onlyWinners = [
      'industry',
      'lead_type',
      'lead_behaviour_profile',
      'business_type',
      'has_company',
      'has_gtin',
      'average_stock',
      'declared_product_catalog_size',
      'declared_monthly_revenue',
    ];
    for (const field of onlyWinners) expect([field, leaks.get(field)]).toEqual([field, 'missing-with-label']);
  });

  it('show how often each origin wins, and which differ from the others', () => {
    const shares = found.shares.find(({ field }) => field === 'source');
    const shown = shares?.values.map(({ value, best, of }) => [value, best, of]);
    expect(shown?.slice(0, 6)).toEqual([
      ['unknown', 179, 1099],
      ['paid_search', 195, 1586],
      ['organic_search', 271, 2296],
      ['direct_traffic', 56, 499],
      ['referral', 24, 284],
      ['social', 75, 1350],
    ]);
    expect(shown).toContainEqual(['email', 15, 493]);
    expect(shares?.unknown).toEqual({ best: 14, of: 60 });
    const supported = shares?.values.filter(({ verdict }) => verdict === 'supported');
    expect(supported?.map(({ value, direction }) => [value, direction])).toEqual([
      ['unknown', 'for'],
      ['paid_search', 'for'],
      ['social', 'against'],
      ['email', 'against'],
      ['other', 'against'],
    ]);
    const pattern = found.patterns.find(({ field }) => field === 'source');
    expect(pattern).toMatchObject({ verdict: 'supported', direction: 'for' });
    expect(pattern?.label).toMatch(/paid_search.*unknown/);
  });

  it('name the first months as cut off, with the days to compare in place of them', async () => {
    const { findings } = await reportQuality(journey.workspace, { asOf });
    const cut = findings.filter(({ kind }) => kind === 'truncated-outcomes');
    expect(cut).toMatchObject([{ field: 'created_on', fix: 'bestfit discover --since 2017-12-05' }]);
    expect(cut[0]?.examples).toEqual(
      expect.arrayContaining(['2017-06: 0 won of 4', '2017-07: 2 won of 239', '2017-11: 18 won of 445']),
    );
    const since = await journey.patterns({ since: '2017-12-05' });
    expect(since.customers).toEqual({ n: 6173, best: 791 });
    expect(since.warnings.join(' ')).not.toContain('cut off');
    expect(since.cohorts!.z).toBeLessThan(found.cohorts!.z / 2);
  });

  it('have time flagged where outcomes are cut off, and origins that hold within every quarter', () => {
    expect(found.warnings.join(' ')).toContain(
      'Outcomes of 2017-06 to 2017-12 are cut off, so that 1827 of 8000 deals look lost because of their time alone: `bestfit discover --since 2017-12-05` leaves them out.',
    );
    expect(found.cohorts?.z).toBeGreaterThan(5);
    expect(found.cohorts?.quarters.map(({ quarter }) => quarter)).toEqual([
      '2017-Q2',
      '2017-Q3',
      '2017-Q4',
      '2018-Q1',
      '2018-Q2',
    ]);
    expect(found.patterns.find(({ field }) => field === 'source')).toMatchObject({
      cohort: null,
      doubts: [],
    });
  });

  it('have a trait that only came with the time flagged as such', async () => {
    const own = await Journey.start();
    try {
      await own.import(
        { [leads]: { text: withForm() }, [closed]: at(closed) },
        { absent: [{ file: null, value: { kind: 'lost' } }] },
      );
      const { patterns } = await own.patterns();
      const form = patterns.filter(({ field }) => field === 'form');
      expect(form.every(({ verdict }) => verdict === 'none')).toBe(true);
      expect(form.some(({ cohort }) => cohort === 'explained')).toBe(true);
    } finally {
      await own.end();
    }
  });

  it('let what is known of winners serve where winners are compared by what they sold', async () => {
    await journey.import({ [items]: { ...at(items), as: 'transactions' } });
    const value = await journey.patterns();
    expect(value).toMatchObject({ contrast: 'best-rest', unit: 'customer', customers: { n: 3095 } });
    const looked = new Set(value.patterns.map(({ field }) => field));
    for (const field of ['industry', 'lead_type', 'business_type']) expect(looked).toContain(field);
    expect(value.leaks).toEqual([]);
  });
});

/** The leads with a form that was replaced at the end of 2017, before which most wins are missing. */
function withForm(): string {
  const [head = [], ...rows] = cellsOf(at(leads).path, ',');
  const form = (day: string, i: number) => (day.endsWith('2017') !== (i % 8 === 0) ? 'long' : 'short');
  const lines = rows.map((row, i) => [...row, form(row[1] ?? '', i)].join(','));
  return [[...head, 'form'].join(','), ...lines].join('\n');
}
