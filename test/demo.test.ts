import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clinicSample, sampleDay } from '../samples/index.ts';
import { withWorkspace } from '../src/app/compose.ts';
import { type DemoResult, runDemo, sampleSeed } from '../src/app/run-demo.ts';
import type { Condition, ToolMatch } from '../src/base/expr/index.ts';
import { jaccard } from '../src/base/stats/index.ts';
import type { Pattern } from '../src/stages/discovery/index.ts';
import { Journey } from './journey.ts';

/** What the sample planted (samples/clinic/draw-customer.ts), as conditions, with the points of the rubric. */
const planted = [
  { trait: 'industry', points: '+3', words: /^industry is private clinic$/ },
  { trait: 'size', points: '+3', words: /^practitioners \d+-\d+$/ },
  { trait: 'scheduling', points: '+2', words: /^uses a scheduling tool$/ },
  { trait: 'management', points: '+2', words: /^lacks clinic management$/ },
  { trait: 'hired', points: '+3', words: /^hired administration in the last 6 months$/ },
] as const;

type Trait = (typeof planted)[number]['trait'];

const at = '2026-10-01T08:00:00.000Z';

let folder: string;
let first: DemoResult;
let second: DemoResult;

const demo = () =>
  withWorkspace(join(folder, 'demo'), { create: true }, (workspace) =>
    runDemo(workspace, { at, by: 'test', onProgress: () => undefined }),
  );

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'bestfit-demo-'));
  first = await demo();
  second = await demo();
}, 300_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The planted trait that a condition names, whole; null when it is something else. */
function traitOf(condition: Condition | undefined): Trait | null {
  switch (condition?.op) {
    case 'any':
      return condition.field === 'industry' && condition.values.includes('private clinic')
        ? 'industry'
        : null;
    case 'window':
      return condition.field === 'practitioners' ? 'size' : null;
    case 'uses':
      return isCategory(condition.tool, 'scheduling') ? 'scheduling' : null;
    case 'lacks':
      return isCategory(condition.tool, 'clinic management') ? 'management' : null;
    case 'signal':
      return condition.signal.kind === 'hired' && condition.signal.about === 'administration'
        ? 'hired'
        : null;
    default:
      return null;
  }
}

function isCategory(tool: ToolMatch, category: string): boolean {
  return tool.technology === null && tool.category === category;
}

function supported(patterns: readonly Pattern[]): readonly Pattern[] {
  return patterns.filter(({ verdict }) => verdict === 'supported');
}

describe('the demo', () => {
  it('supports every planted trait and nothing else', () => {
    const found = supported(first.draft.discovery.patterns);
    expect(found.map(({ conditions }) => traitOf(conditions[0])).toSorted()).toEqual(
      planted.map(({ trait }) => trait).toSorted(),
    );
    expect(found.every(({ direction, conditions }) => direction === 'for' && conditions.length === 1)).toBe(
      true,
    );
  });

  it('finds the planted window of 3 to 15 practitioners', () => {
    const window = supported(first.draft.discovery.patterns).find(
      ({ conditions }) => traitOf(conditions[0]) === 'size',
    )?.conditions[0];
    if (window?.op !== 'window') throw new Error('no window');
    const sizes = Array.from({ length: 60 }, (_, i) => i + 1);
    const within = (low: unknown, high: unknown) =>
      sizes.map((n) => (n >= Number(low ?? 0) && n <= Number(high ?? 60) ? 1 : 0));
    expect(jaccard(within(window.low, window.high), within(3, 15))).toBeGreaterThanOrEqual(0.8);
  });

  it('gives each planted trait the points of the rubric on the page, with its evidence', () => {
    const { layers, timing } = first.shown.page;
    const lines = [...layers.flatMap((layer) => layer.lines), ...timing];
    for (const { words, points } of planted) {
      const line = lines.find((each) => words.test(each.words));
      expect([words, line?.points, line?.evidence?.verdict]).toEqual([words, points, 'supported']);
    }
  });

  it('gives nothing else more than a point, and marks it as suggestive', () => {
    const { layers, timing } = first.shown.page;
    const others = [...layers.flatMap((layer) => layer.lines), ...timing].filter(
      ({ words }) => !planted.some((trait) => trait.words.test(words)),
    );
    for (const { points, evidence } of others)
      expect([['+1', '−1'].includes(points), evidence?.verdict]).toEqual([true, 'suggestive']);
  });

  it('names the committee from the people at customers and leaves open what no file says', () => {
    const { committee, edge, challenges } = first.shown.page;
    expect(committee.map(({ role }) => role).toSorted()).toEqual(['blocker', 'economic buyer', 'user']);
    expect(committee.every(({ angle, caresAbout, channel }) => !angle && !caresAbout && !channel)).toBe(true);
    expect([edge, challenges]).toEqual([null, []]);
  });

  it('lists accounts to call today, each with why now', () => {
    const { callToday, top } = first.scored;
    expect(callToday).toBeGreaterThan(0);
    const called = top.filter(({ play }) => play === 'call today');
    expect(called.length).toBe(Math.min(callToday, 10));
    for (const account of called) {
      expect(account).toMatchObject({ tier: 'A', timing: 'hot' });
      expect(account.why_now).toMatch(/^hired administration .* \(\+\d/);
    }
  });

  it('puts every account in exactly one place', () => {
    const { accounts, tiers, disqualified, outsideMarket, excluded } = first.scored;
    expect(tiers.A + tiers.B + tiers.C + tiers.D + disqualified + outsideMarket).toBe(accounts);
    const left = Object.values(excluded).reduce((sum, n) => sum + n, 0);
    const all = first.imported.tables.find(({ table }) => table === 'accounts')?.rows;
    expect(accounts + left).toBe(all);
  });

  it('keeps or sets aside every row of every file', () => {
    const text = new Map(clinicSample(sampleSeed).map((file) => [file.name, file.text]));
    for (const { name, rows } of first.imported.files) {
      const written = (text.get(name)?.trimEnd().split('\n').length ?? 0) - 1;
      expect([name, rows.in, rows.kept + rows.quarantined]).toEqual([name, written, written]);
    }
  });

  it('names the one row set aside with its line and reason', () => {
    const aside = first.imported.files.flatMap(({ name, quarantine }) =>
      quarantine.first.map((row) => ({ name, ...row })),
    );
    expect(aside).toEqual([
      {
        name: 'customers.csv',
        line: 122,
        column: 'Customer since',
        value: '31/02/2025',
        reason: expect.stringContaining('no such date'),
      },
    ]);
  });

  it('joins every row of every file', () => {
    expect(first.imported.joins.filter(({ unmatched }) => unmatched > 0)).toEqual([]);
  });

  it('gives the same page and the same list when it runs again', () => {
    expect(second.draft.changed).toBe(false);
    expect(second.shown.yaml).toBe(first.shown.yaml);
    expect(second.shown.page).toEqual(first.shown.page);
    const { run: _, ...again } = second.scored;
    expect(first.scored).toMatchObject(again);
  });
});

describe('other companies of the same make', () => {
  const seeds = [1, 2, 3, 4, 5];
  const found = new Map<number, readonly Pattern[]>();
  const leaks: string[] = [];

  beforeAll(async () => {
    for (const seed of seeds) {
      const journey = await Journey.start();
      const files = clinicSample(seed, { customers: 120, prospects: 300 });
      await journey.import(Object.fromEntries(files.map(({ name, text }) => [name, text])));
      const result = await journey.patterns({ asOf: sampleDay });
      found.set(seed, supported(result.patterns));
      leaks.push(...result.leaks.map((leak) => `seed ${seed}: ${leak.label}`));
      await journey.end();
    }
  }, 300_000);

  it.each(seeds)('seed %i supports at least four of the five planted traits', (seed) => {
    const traits = (found.get(seed) ?? []).map(({ conditions }) => traitOf(conditions[0]));
    expect(new Set(traits.filter((trait) => trait !== null)).size).toBeGreaterThanOrEqual(4);
  });

  it('have no leak: a product that only users of its category can have is none', () => {
    expect(leaks).toEqual([]);
  });

  // A false pattern at 5% a search, beside planted ones: of seeds 1 to 65 five have one, two of them among these.
  it('support anything else in at most two of five', () => {
    const strays = [...found].filter(([, patterns]) =>
      patterns.some(({ conditions }) => traitOf(conditions[0]) === null),
    );
    expect(strays.length).toBeLessThanOrEqual(2);
  });
});
