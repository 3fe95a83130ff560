import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type TestWorkspace, testWorkspace } from '../../test/test-workspace.ts';
import type { Condition } from '../base/expr/index.ts';
import type { Pattern } from '../stages/discovery/index.ts';
import { discoverPatterns } from './discover-patterns.ts';
import { type ExplainPatternRequest, explainKept, explainPattern } from './explain-pattern.ts';
import { declareHypothesis } from './judge.ts';
import { rankValue } from './rank-value.ts';

let workspace: TestWorkspace;

beforeEach(async () => {
  workspace = await testWorkspace();
});

afterEach(() => workspace.dispose());

const request = {
  contrast: null,
  asOf: '2026-01-01',
  last: null,
  seed: null,
  permutations: null,
  at: '2026-01-01T10:00:00.000Z',
  onProgress: () => undefined,
} as const;

async function discovered(more: Partial<ExplainPatternRequest> = {}) {
  const result = await discoverPatterns(workspace, { ...request, permutations: 99, ...more });
  if (result.kind !== 'discovery') throw new Error(result.kind);
  return result;
}

async function explained(pattern: string, more: Partial<ExplainPatternRequest> = {}) {
  const result = await explainPattern(workspace, { ...request, top: 3, anyDay: true, pattern, ...more });
  if (result.kind !== 'explained-pattern') throw new Error(result.kind);
  return result;
}

const csv = (rows: readonly (readonly unknown[])[]) => `${rows.map((row) => row.join(',')).join('\n')}\n`;
const numbers = (n: number) => Array.from({ length: n }, (_, i) => i);
const isBest = (i: number) => i % 3 === 0;

/** 30 customers, a third of them worth ten times the others; the traits follow that but for some. */
const customers = csv([
  ['Account ID', 'Company', 'Contract value', 'Start date', 'Sector', 'Rooms', 'Opened', 'Open on sunday'],
  ...numbers(30).map((i) => [
    `A${i}`,
    `Firm ${i}`,
    (isBest(i) ? 50_000 : 2000) + 37 * i,
    `2023-01-${10 + (i % 15)}`,
    isBest(i) !== i > 27 ? 'clinic' : i % 5 === 1 ? '' : 'shop',
    (isBest(i) ? 10 : 40) + i,
    `${isBest(i) ? 2010 : 1990}-0${1 + (i % 9)}-11`,
    i % 4 === 0 ? 'yes' : 'no',
  ]),
]);

const events = {
  'customers.csv': { text: customers, as: 'customers' as const },
  'tools.csv': {
    text: csv([
      ['Account ID', 'Technology', 'Category', 'First seen'],
      ...numbers(30)
        .filter((i) => i % 3 === 0)
        .map((i) => [`A${i}`, 'Ours', 'portal', '2022-03-04']),
      ['A1', 'Theirs', 'portal', '2025-01-01'],
    ]),
    as: 'technologies' as const,
  },
  'signals.csv': {
    text: csv([
      ['Account ID', 'Kind', 'About', 'Observed on'],
      ...numbers(30)
        .filter((i) => i % 3 === 0)
        .map((i) => [`A${i}`, 'hired', 'sales', '2022-12-01']),
      ['A0', 'hired', 'sales', '2025-12-01'],
      ['A1', 'hired', 'sales', '2020-01-01'],
    ]),
    as: 'signals' as const,
  },
};

const totalOf = ({ groups }: Awaited<ReturnType<typeof explained>>) =>
  Object.values(groups).reduce((sum, { total }) => sum + total, 0);

const ofField = (patterns: readonly Pattern[], field: string) =>
  patterns.find((pattern) => pattern.field === field)!.id;

describe('the customers behind a pattern', () => {
  it('are counted as the pattern was, whatever its condition', async () => {
    await workspace.import(events, { covers: 'all' });
    const { patterns } = await discovered();
    expect(new Set(patterns.map(({ conditions }) => conditions[0]!.op))).toEqual(
      new Set(['any', 'window', 'age', 'uses', 'signal']),
    );
    for (const { id, best, rest, unknown } of patterns) {
      const { groups, compared, ...said } = await explained(id);
      expect([groups.bestWith.total, groups.bestWithout.total]).toEqual([best.n, best.of - best.n]);
      expect([groups.restWith.total, groups.restWithout.total]).toEqual([rest.n, rest.of - rest.n]);
      expect([groups.unknown.total, compared]).toEqual([unknown, 30]);
      expect(totalOf({ groups, compared, ...said })).toBe(30);
    }
  });

  it('hold what the file says of them, unknown where it says nothing', async () => {
    await workspace.import(events, { covers: 'all' });
    const { patterns } = await discovered();
    const first = async (field: string) => (await explained(ofField(patterns, field))).groups;
    expect((await first('industry')).bestWith.members[0]).toEqual({
      accountId: 'A15',
      dealId: null,
      name: 'Firm 15',
      on: '2023-01-10',
      outcome: 'best',
      rank: 1,
      value: expect.any(Number),
      held: 'clinic',
      currency: null,
      said: [],
    });
    expect((await first('industry')).unknown.members.map(({ held }) => held)).toEqual([null, null, null]);
    expect((await first('rooms')).bestWith.members[0]?.held).toBe(25);
    expect((await first('uses:portal:')).bestWith.members[0]?.held).toEqual(['Ours since 2022-03-04']);
  });

  it('had a signal on days up to their own: a later one is not named', async () => {
    await workspace.import(events, { covers: 'all' });
    const { patterns } = await discovered();
    const { groups } = await explained(ofField(patterns, 'signal:hired:sales'), { top: 30 });
    const days = groups.bestWith.members.map(({ accountId, held }) => [accountId, held]);
    expect(days).toContainEqual(['A0', ['2022-12-01']]);
  });

  it('come highest value first, at most as many as asked, with the total said', async () => {
    await workspace.import(events, { covers: 'all' });
    const { patterns } = await discovered();
    const { groups } = await explained(ofField(patterns, 'rooms'), { top: 2 });
    for (const { total, members } of Object.values(groups)) {
      const ranks = members.map(({ rank }) => rank!);
      expect(members.length).toBe(Math.min(2, total));
      expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
    }
  });

  it('are those of a fresh discovery when nothing was discovered before', async () => {
    await workspace.import(events, { covers: 'all' });
    const { patterns, snapshot } = await discovered();
    const other = await explained(patterns[0]!.id, { seed: 7, permutations: 199 });
    expect(other.pattern).toMatchObject({ id: patterns[0]!.id, best: patterns[0]!.best });
    const runs = await workspace.store.runs('discover', { snapshot });
    expect(runs.map(({ seed }) => seed)).toEqual([7, runs[1]!.seed]);
  });

  it('are compared anew when the value was weighed otherwise since', async () => {
    await workspace.import(events, { covers: 'all' });
    const { patterns: before, snapshot } = await discovered();
    const id = ofField(before, 'uses:portal:');
    const weights = { contract_value: 0, tenure: 5 };
    await rankValue(workspace, { asOf: request.asOf, weights, last: null, seed: 1, at: request.at });
    const { pattern, groups } = await explained(id);
    expect(pattern.best.n).not.toBe(before.find((one) => one.id === id)!.best.n);
    expect(groups.bestWith.total).toBe(pattern.best.n);
    expect(await workspace.store.runs('discover', { snapshot })).toHaveLength(2);
  });

  it('are told at once or not at all where nothing may be looked for anew', async () => {
    await workspace.import(events, { covers: 'all' });
    const { patterns, snapshot } = await discovered();
    const pattern = ofField(patterns, 'uses:portal:');
    const asked = { ...request, pattern, top: 3, anyDay: true };
    expect(await explainKept(workspace, asked)).toEqual(await explainPattern(workspace, asked));
    const weights = { contract_value: 0, tenure: 5 };
    await rankValue(workspace, { asOf: request.asOf, weights, last: null, seed: 1, at: request.at });
    expect(await explainKept(workspace, asked)).toEqual({ kind: 'nothing-kept', snapshot });
    expect(await workspace.store.runs('discover', { snapshot })).toHaveLength(1);
  });

  it('show what a belief asked of them, each part by itself', async () => {
    await workspace.import(events, { covers: 'all' });
    const portal: Condition = {
      op: 'uses',
      tool: { technology: null, category: 'portal', firstSeenWithin: null },
    };
    const condition: Condition = {
      op: 'all',
      conditions: [{ op: 'any', field: 'industry', values: ['clinic'] }, portal],
    };
    await declareHypothesis(workspace, { condition, by: 'ann', on: '2025-01-01' });
    const { patterns } = await discovered();
    const { id, best } = patterns.find(({ declared }) => declared)!;
    const { groups } = await explained(id);
    expect(groups.bestWith.total).toBe(best.n);
    expect(groups.bestWith.members[0]?.held).toEqual([
      'industry: clinic',
      'uses a portal tool: Ours since 2022-03-04',
    ]);
  });

  it('are all of them where one half was searched and the other tested it, and that is said', async () => {
    const rows = numbers(5200).map((i) => [
      `A${i}`,
      `Firm ${i}`,
      (isBest(i) ? 50_000 : 2000) + i,
      '2023-01-10',
      isBest(i) !== (i % 11 === 0) ? 'clinic' : 'shop',
    ]);
    const header = ['Account ID', 'Company', 'Contract value', 'Start date', 'Sector'];
    await workspace.import({ 'c.csv': { text: csv([header, ...rows]), as: 'customers' } });
    const { patterns } = await discovered({ permutations: null });
    const [sector] = patterns;
    const { compared, groups, warnings } = await explained(sector!.id);
    expect([sector?.field, compared]).toEqual(['industry', 5200]);
    expect(groups.bestWith.total).toBeGreaterThan(sector!.best.n);
    expect(warnings.join()).toContain('of one half that tested it');
  });

  it('are not those of an id that nothing has: the refusal names the ids there are', async () => {
    await workspace.import(events, { covers: 'all' });
    const { patterns } = await discovered();
    const refused = await explained('p-nothing').catch((error: unknown) => error);
    expect(refused).toMatchObject({ code: 'pattern.missing' });
    expect(String((refused as { remedy: string }).remedy)).toContain(patterns[0]!.id);
  });
});

describe('the deals behind a pattern', () => {
  const deals = csv([
    ['Deal ID', 'Account ID', 'Created', 'Closed', 'Outcome', 'Channel', 'Amount'],
    ...numbers(40).map((i) => [
      `D${i}`,
      `A${i % 20}`,
      `2024-01-${10 + (i % 15)}`,
      '2024-02-20',
      i % 2 === 0 ? 'won' : 'lost',
      i % 10 === 9 ? '' : i % 4 === 0 ? 'web' : 'phone',
      100 + i,
    ]),
  ]);

  it('are won and lost, each by its own id, newest first', async () => {
    await workspace.import({ 'deals.csv': { text: deals, as: 'deals' } });
    const { patterns } = await discovered({ contrast: 'won-lost' });
    const channel = patterns.find(({ conditions }) => JSON.stringify(conditions).includes('web'))!;
    const { groups, unit, contrast, ...rest } = await explained(channel.id);
    expect([unit, contrast, totalOf({ groups, unit, contrast, ...rest })]).toEqual(['deal', 'won-lost', 40]);
    expect(groups.bestWith.total).toBe(channel.best.n);
    expect(groups.bestWith.members[0]).toMatchObject({
      dealId: 'D28',
      accountId: 'A8',
      outcome: 'won',
      rank: null,
      value: null,
      held: 'web',
    });
    const days = groups.bestWith.members.map(({ on }) => on!);
    expect(days).toEqual(days.toSorted().toReversed());
    expect(groups.unknown.total).toBe(4);
  });
});
