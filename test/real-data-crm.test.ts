import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DiscoverOutcome } from '../src/app/discover-patterns.ts';
import { explainPattern } from '../src/app/explain-pattern.ts';
import type { ImportResult } from '../src/app/import-files.ts';
import { asOf, at, Journey } from './journey.ts';
import { crmFiles, needsRealData, realData } from './real-data.ts';

const anyOptions = {
  contrast: null,
  asOf,
  last: null,
  seed: null,
  permutations: null,
  at,
  onProgress: () => undefined,
} as const;

describe.skipIf(realData === '')(`a real CRM export (${needsRealData})`, () => {
  let journey: Journey;
  let imported: ImportResult;
  let found: Extract<DiscoverOutcome, { kind: 'discovery' }>;

  beforeAll(async () => {
    journey = await Journey.start();
    imported = await journey.import(crmFiles());
    found = await journey.patterns();
  }, 120_000);

  afterAll(() => journey.end());

  it('keeps or sets aside every row', () => {
    expect(imported.files.map(({ name, mapping, rows }) => [name, mapping.as, rows.in])).toEqual([
      ['accounts.csv', 'accounts', 85],
      ['sales_pipeline.csv', 'deals', 8800],
      ['products.csv', 'lookup', 7],
      ['sales_teams.csv', 'lookup', 35],
    ]);
    for (const { rows } of imported.files) expect(rows.kept + rows.quarantined).toBe(rows.in);
    expect(imported.tables).toEqual(
      expect.arrayContaining([
        { table: 'accounts', rows: 85 },
        { table: 'deals', rows: 8800 },
      ]),
    );
  });

  it('gives the same tables where a spreadsheet wrote the days month first', async () => {
    const edited = await Journey.start();
    try {
      const again = await edited.import(crmFiles('excel_edited_copy'));
      expect(
        again.files
          .flatMap(({ mapping }) => mapping.columns)
          .some(({ format }) => format.dateOrder === 'mdy'),
      ).toBe(true);
      expect(again.snapshot).toBe(imported.snapshot);
    } finally {
      await edited.end();
    }
  });

  it('reports the join key that is spelled two ways, with the spelling that was meant', () => {
    expect(imported.joins.filter(({ unmatched }) => unmatched > 0)).toEqual([
      expect.objectContaining({
        source: 'sales_pipeline.csv',
        column: 'product',
        to: 'products.csv',
        matched: 7320,
        unmatched: 1480,
        examples: [{ value: 'GTXPro', count: 1480, nearest: 'GTX Pro' }],
      }),
    ]);
  });

  it('keeps the deals that name no account, and counts them', () => {
    const join = imported.joins.find(({ column, to }) => column === 'account' && to === 'accounts');
    expect(join).toMatchObject({ matched: 7375, blank: 1425, unmatched: 0 });
  });

  it('compares won with lost deals, since nobody said who is a customer', () => {
    expect(found).toMatchObject({
      contrast: 'won-lost',
      unit: 'deal',
      customers: { n: 6711, best: 4238 },
    });
  });

  it('finds no supported trait, because there is none', () => {
    expect(found.patterns.length).toBeGreaterThan(0);
    expect(found.patterns.filter(({ verdict }) => verdict !== 'none')).toEqual([]);
    const sector = found.patterns.find(({ field }) => field === 'industry');
    expect(sector?.pAdjusted).toBeGreaterThan(0.5);
    expect(found.leaks).toEqual([]);
  });

  it('names the deals behind every pattern, each deal in one group', async () => {
    for (const { id, best, rest } of found.patterns) {
      const request = { ...anyOptions, pattern: id, top: 1, anyDay: true };
      const explained = await explainPattern(journey.workspace, request);
      if (explained.kind !== 'explained-pattern') throw new Error(explained.kind);
      const { groups } = explained;
      expect([groups.bestWith.total, groups.restWith.total]).toEqual([best.n, rest.n]);
      expect(Object.values(groups).reduce((sum, { total }) => sum + total, 0)).toBe(6711);
    }
  });

  it('asks about the largest differences without points, and says how many more would settle them', async () => {
    expect(found.questions).toHaveLength(4);
    expect(found.questions.some(({ needMore }) => (needMore ?? 0) > 100)).toBe(true);
    const draft = await journey.draft();
    if (draft.kind !== 'draft') throw new Error('no draft');
    expect(draft.version.profile).toMatchObject({ status: 'hypothesis', fit: [], timing: [] });
    expect(draft.version.profile.questions.length).toBeGreaterThan(4);
  });
});
