import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DiscoverOutcome } from '../src/app/discover-patterns.ts';
import type { ImportResult } from '../src/app/import-files.ts';
import { Journey } from './journey.ts';
import { needsRealData, opportunitiesFile, realData } from './real-data.ts';

describe.skipIf(realData === '')(`real opportunities without a key (${needsRealData})`, () => {
  let journey: Journey;
  let imported: ImportResult;
  let found: Extract<DiscoverOutcome, { kind: 'discovery' }>;

  beforeAll(async () => {
    journey = await Journey.start();
    imported = await journey.import({ 'opportunities.csv': { path: opportunitiesFile() } });
    found = await journey.patterns();
  }, 120_000);

  afterAll(() => journey.end());

  it('are read with their semicolons, all rows kept, those alike counted and not merged', () => {
    expect(imported.files[0]).toMatchObject({
      how: 'semicolon-separated, UTF-8',
      rows: { in: 448, kept: 448, quarantined: 0 },
      duplicates: { rows: 83, by: 'whole row' },
    });
    expect(imported.tables).toContainEqual({ table: 'deals', rows: 448 });
    expect(found).toMatchObject({
      unit: 'deal',
      customers: { n: 448, best: 227 },
      quality: { duplicates: 83 },
    });
  });

  it('lose no column: each is a trait that was looked at, the outcome, or who sold', () => {
    const columns = imported.files[0]?.mapping.columns ?? [];
    expect(columns.filter(({ ignored }) => ignored)).toEqual([]);
    const looked = new Set(found.patterns.map(({ field }) => field));
    const rest = columns.map(({ field }) => field).filter((field) => !looked.has(field));
    expect(rest.toSorted()).toEqual(['outcome', 'owner']);
  });

  it('put up-sale and the kind of client first, with intervals', () => {
    const [first, second] = found.patterns;
    expect([first?.label, second?.label]).toEqual(['Up_sale is yes', 'Client is Current']);
    for (const { verdict, lift, interval } of [first!, second!]) {
      expect(verdict).toBe('supported');
      expect(interval[0]).toBeGreaterThan(1);
      expect(interval[0]).toBeLessThanOrEqual(lift);
      expect(interval[1]).toBeGreaterThanOrEqual(lift);
    }
  });

  it('won 69.6% with current clients and 17.1% with new ones', () => {
    const { best, rest } = found.patterns.find(({ field }) => field === 'client')!;
    const current = best.n / (best.n + rest.n);
    const others = (best.of - best.n) / (best.of - best.n + rest.of - rest.n);
    expect([current.toFixed(3), others.toFixed(3)]).toEqual(['0.696', '0.173']);
  });

  it('find nothing in the authority of who asks, which is flat', () => {
    const authority = found.patterns.find(({ field }) => field === 'authority');
    expect(authority?.verdict).toBe('none');
  });

  it('ask about the columns that may be filled in late, or because of the sale', () => {
    const asked = found.asks.map(({ field }) => field);
    expect(asked).toEqual(
      expect.arrayContaining(['up_sale', 'client', 'competitors', 'scope', 'posit_statm']),
    );
    const late = /(known before the sale, or only after it|filled in before the sale, or because of it)\?/;
    expect(found.asks.every(({ why }) => late.test(why))).toBe(true);
    expect(found.asks.find(({ field }) => field === 'budgt_alloc')?.why).toContain(
      'is filled in for 222 of 227 against 190 of 221',
    );
  });
});
