import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type TestWorkspace, testWorkspace } from '../../test/test-workspace.ts';
import type { Condition } from '../base/expr/index.ts';
import { currentData } from './current-data.ts';
import { type DiscoverRequest, discoverPatterns } from './discover-patterns.ts';
import { declareHypothesis } from './judge.ts';
import { rankValue } from './rank-value.ts';
import { setField } from './set-field.ts';
import { undoImport } from './undo-import.ts';

let workspace: TestWorkspace;

beforeEach(async () => {
  workspace = await testWorkspace();
});

afterEach(() => workspace.dispose());

const asOf = '2026-01-01';

async function discovered(more: Partial<DiscoverRequest> = {}) {
  const result = await discoverPatterns(workspace, {
    contrast: null,
    asOf,
    last: null,
    seed: 1,
    permutations: 499,
    at: '2026-01-01T10:00:00.000Z',
    onProgress: () => undefined,
    ...more,
  });
  if (result.kind !== 'discovery') throw new Error(result.kind);
  return result;
}

const csv = (rows: readonly (readonly unknown[])[]) => `${rows.map((row) => row.join(',')).join('\n')}\n`;
const numbers = (n: number) => Array.from({ length: n }, (_, i) => i);

/** 30 customers from 2023, a third of them worth ten times the others. */
const isBest = (i: number) => i % 3 === 0;
const customers = csv([
  ['Account ID', 'Company', 'Contract value', 'Start date', 'Sector'],
  ...numbers(30).map((i) => [
    `A${i}`,
    `Firm ${i}`,
    (isBest(i) ? 50_000 : 2000) + 37 * i,
    `2023-01-${10 + (i % 15)}`,
    isBest(i) !== i > 27 ? 'clinic' : 'shop',
  ]),
]);

const portal: Condition = {
  op: 'uses',
  tool: { technology: null, category: 'portal', firstSeenWithin: null },
};
const hired: Condition = {
  op: 'signal',
  signal: { kind: 'hired', about: 'sales', within: { count: 6, unit: 'months' }, minStrength: null },
};
const clinic: Condition = { op: 'any', field: 'industry', values: ['clinic'] };

const declare = (condition: Condition, on: string) =>
  declareHypothesis(workspace, { condition, by: 'ann', on });

describe('a belief', () => {
  const events = (day: string) => ({
    'customers.csv': { text: customers, as: 'customers' as const },
    'tools.csv': {
      text: csv([
        ['Account ID', 'Technology', 'Category', 'First seen'],
        ...numbers(30)
          .filter(isBest)
          .map((i) => [`A${i}`, 'Ours', 'portal', day]),
      ]),
      as: 'technologies' as const,
    },
    'signals.csv': {
      text: csv([
        ['Account ID', 'Kind', 'About', 'Observed on'],
        ...numbers(30)
          .filter(isBest)
          .map((i) => [`A${i}`, 'hired', 'sales', day]),
        ['A1', 'hired', 'sales', '2020-01-01'],
      ]),
      as: 'signals' as const,
    },
  });

  it('is read as of the day each customer bought: a tool or signal from later says nothing', async () => {
    await workspace.import(events('2025-11-01'), { covers: 'all' });
    await declare(portal, '2025-01-01');
    await declare(hired, '2025-01-01');
    const { patterns, questions } = await discovered();
    expect([...patterns, ...questions].filter(({ declared }) => declared)).toEqual([]);
  });

  it('counts what was there before the customer bought', async () => {
    await workspace.import(events('2022-12-01'), { covers: 'all' });
    await declare(portal, '2025-01-01');
    await declare(hired, '2025-01-01');
    const declared = (await discovered()).patterns.filter((pattern) => pattern.declared);
    expect(declared.map(({ best, rest, verdict }) => [best.n + rest.n, verdict])).toEqual([
      [10, 'supported'],
      [10, 'supported'],
    ]);
  });

  it('said after looking stays late when only what is said of a field has changed', async () => {
    await workspace.import({ 'customers.csv': { text: customers, as: 'customers' } });
    const first = await currentData(workspace);
    await discovered();
    await setField(workspace, {
      field: 'industry',
      table: null,
      known: 'before',
      at: '2026-01-01T10:05:00.000Z',
    });
    expect((await currentData(workspace)).snapshot).not.toBe(first.snapshot);
    const late = await declare(clinic, '2026-01-01T10:10:00.000Z');
    expect(late.afterDiscoveryOf).toBe(first.snapshot);
    const { search } = await discovered({ at: '2026-01-01T10:20:00.000Z' });
    expect(search.adjustedBy).not.toContain('declared');
  });

  it('said after customers were looked at is late, whatever is imported beside them or undone', async () => {
    await workspace.import({ 'customers.csv': { text: customers, as: 'customers' } });
    const { snapshot } = await discovered();
    await workspace.import({ 'more.csv': { text: 'Account ID,Company\nP1,Prospect\n', as: 'accounts' } });
    const said = await declare(clinic, '2026-01-01T10:10:00.000Z');
    expect(said).toMatchObject({ afterDiscoveryOf: snapshot, seen: 30 });
    const beside = await discovered({ at: '2026-01-01T10:15:00.000Z' });
    expect(beside.search.adjustedBy).not.toContain('declared');
    await undoImport(workspace);
    const { search } = await discovered({ at: '2026-01-01T10:20:00.000Z' });
    expect(search.adjustedBy).not.toContain('declared');
  });

  it('said after a look is tested on the customers who came later, and on no others', async () => {
    const rows = (from: number, to: number) =>
      csv([
        ['Account ID', 'Company', 'Contract value', 'Start date', 'Sector'],
        ...numbers(to)
          .slice(from)
          .map((i) => [
            `A${i}`,
            `Firm ${i}`,
            (isBest(i) ? 50_000 : 2000) + 37 * i,
            `2023-01-${10 + (i % 15)}`,
            isBest(i) !== [0, 13, 26, 39].includes(i) ? 'clinic' : 'shop',
          ]),
      ]);
    await workspace.import({ 'c.csv': { text: rows(0, 24), as: 'customers' } });
    await discovered();
    await declare(clinic, '2026-01-01T10:10:00.000Z');
    const waiting = await discovered({ at: '2026-01-01T10:20:00.000Z' });
    expect(waiting.beliefs).toMatchObject([
      { label: 'Industry is clinic', seen: 24, unseen: 0, pattern: null },
    ]);
    await workspace.import({ 'later.csv': { text: rows(24, 54), as: 'customers' } });
    const { beliefs, patterns } = await discovered({ at: '2026-01-02T10:00:00.000Z' });
    expect(beliefs).toMatchObject([{ seen: 24, unseen: 30, known: 30 }]);
    const test = patterns.find(({ id }) => id === beliefs[0]?.pattern);
    expect(test).toMatchObject({ declared: true, label: 'Industry is clinic', verdict: 'supported' });
  });

  it('that is known for too few is named with what it lacks, and takes nothing from the search', async () => {
    await workspace.import({ 'customers.csv': { text: customers, as: 'customers' } });
    await declare({ op: 'window', field: 'practitioners', low: 3, high: 15, currency: null }, '2025-01-01');
    const { beliefs, search, next } = await discovered();
    expect(beliefs).toMatchObject([{ label: 'practitioners 3-15', known: 0, unseen: 30, pattern: null }]);
    expect(search.adjustedBy).not.toContain('declared');
    expect(next).toMatchObject({ kind: 'fill-in', needed: 30 });
    expect(next?.answer).toContain('known for 0 of 30 customers');
  });
});

describe('the relations of one account', () => {
  it('are one observation: what an account is like does not count once per contract', async () => {
    const relations = numbers(12).flatMap((account) =>
      numbers(8).map((r) => [
        `A${account}`,
        `Firm ${account}`,
        1000 * (account + 1) + r,
        `${2015 + r}-03-0${1 + (account % 9)}`,
        [2, 5, 7, 9, 10, 11].includes(account) ? 'clinic' : 'shop',
      ]),
    );
    const header = ['Account ID', 'Company', 'Contract value', 'Start date', 'Sector'];
    await workspace.import({ 'c.csv': { text: csv([header, ...relations]), as: 'customers' } });
    const { patterns, customers: counted } = await discovered();
    expect(counted.n).toBe(96);
    const [sector] = patterns;
    expect(sector?.field).toBe('industry');
    expect(sector?.pAdjusted).toBeGreaterThan(0.05);
  });
});

describe('sums in several currencies', () => {
  const mixed = csv([
    ['Account ID', 'Company', 'Contract value', 'Start date', 'Annual budget'],
    ...numbers(40).map((i) => [
      `A${i}`,
      `Firm ${i}`,
      i % 4 === 0 ? `¥${900_000 + i}` : `€${1000 + 100 * i}`,
      `2023-01-${10 + (i % 15)}`,
      i % 4 === 0 ? `¥${9_000_000 + i}` : `€${500 + ((i * 17) % 40) * 100}`,
    ]),
  ]);

  it('are never compared as if they were one: those outside the commonest are unknown, and it says so', async () => {
    await workspace.import({ 'c.csv': { text: mixed, as: 'customers' } });
    const value = await rankValue(workspace, {
      asOf,
      weights: { contract_value: 3, tenure: 0 },
      last: null,
      seed: 1,
      at: '2026-01-01T09:00:00.000Z',
    });
    if (value.kind !== 'ranking') throw new Error(value.kind);
    expect(value.ranked).toBe(30);
    expect(value.warnings.join()).toContain('30 of 40 sums in EUR');
    const { patterns, questions } = await discovered();
    const windows = [...patterns, ...questions].flatMap(({ conditions }) => conditions);
    for (const window of windows) expect(window).toMatchObject({ op: 'window', currency: 'EUR' });
    expect(windows).not.toEqual([]);
  });
});

describe('a closed deal', () => {
  it('without its closing day counts only from the day it was created', async () => {
    const deals = csv([
      ['Deal ID', 'Account ID', 'Created', 'Closed', 'Outcome', 'Channel'],
      ...numbers(24).map((i) => [
        `D${i}`,
        `A${i}`,
        i < 20 ? '2024-01-10' : '2026-06-01',
        i < 12 ? '2024-02-20' : '',
        i % 2 === 0 ? 'won' : 'lost',
        i % 3 === 0 ? 'web' : 'phone',
      ]),
    ]);
    await workspace.import({ 'deals.csv': { text: deals, as: 'deals' } });
    expect((await discovered({ contrast: 'won-lost' })).customers.n).toBe(20);
  });
});

describe('a belief about the accounts of deals', () => {
  it('said after a look is tested on accounts whose deals closed later', async () => {
    const deals = (n: number) =>
      csv([
        ['Deal ID', 'Account ID', 'Created', 'Closed', 'Outcome'],
        ...numbers(n).map((i) => [
          `D${i}`,
          `A${i}`,
          '2024-01-10',
          '2024-02-20',
          i % 2 === 0 ? 'won' : 'lost',
        ]),
      ]);
    const accounts = csv([
      ['Account ID', 'Company', 'Sector'],
      ...numbers(60).map((i) => [`A${i}`, `Firm ${i}`, i % 5 === 0 ? 'clinic' : 'shop']),
    ]);
    await workspace.import({
      'accounts.csv': { text: accounts, as: 'accounts' },
      'deals.csv': { text: deals(20), as: 'deals' },
    });
    await discovered({ contrast: 'won-lost' });
    await declare(clinic, '2026-01-01T10:10:00.000Z');
    await workspace.import({ 'deals.csv': { text: deals(60), as: 'deals' } });
    const { beliefs } = await discovered({ contrast: 'won-lost', at: '2026-01-02T10:00:00.000Z' });
    expect(beliefs).toMatchObject([{ seen: 20, unseen: 40, known: 40, holds: 8 }]);
    expect(beliefs[0]?.pattern).not.toBeNull();
  });
});

describe('deals whose first wins are missing', () => {
  /** Ten deals a month for two years, three of them won after 90 days; wins are on record since July 2023. */
  const deals = csv([
    ['Deal ID', 'Account ID', 'Created', 'Closed', 'Outcome', 'Form'],
    ...numbers(240).map((i) => {
      const month = Math.floor(i / 10);
      const created = new Date(Date.UTC(2023, month, 1 + (i % 10)));
      const closed = new Date(created.getTime() + 90 * 86_400_000).toISOString().slice(0, 10);
      const won = i % 10 < 4 && closed >= '2023-10-01';
      const form = month < 8 !== (i % 9 === 0) ? 'long' : 'short';
      return [`D${i}`, `A${i}`, created.toISOString().slice(0, 10), closed, won ? 'won' : 'lost', form];
    }),
  ]);

  it('have time named as the reason, in words and for a trait that came with it', async () => {
    await workspace.import({ 'deals.csv': { text: deals, as: 'deals' } });
    const { warnings, cohorts, patterns } = await discovered({ contrast: 'won-lost', asOf: '2025-12-31' });
    expect(warnings.join(' ')).toMatch(
      /Outcomes of 2023-01 to 2023-\d\d are cut off, so that \d+ of 240 deals/,
    );
    expect(warnings.join(' ')).toContain('bestfit discover --since 2023-10-0');
    expect(cohorts?.quarters[0]).toEqual({ quarter: '2023-Q1', best: 0, of: 30 });
    const form = patterns.filter(({ field }) => field === 'form');
    expect(form.some(({ cohort }) => cohort !== null)).toBe(true);
    for (const { verdict, cohort } of form) expect(verdict === 'supported' && cohort === null).toBe(false);
  });

  it('raise no such warning once they are left out', async () => {
    await workspace.import({ 'deals.csv': { text: deals, as: 'deals' } });
    const since = await discovered({ contrast: 'won-lost', asOf: '2025-12-31', since: '2023-10-10' });
    expect(since.warnings.join(' ')).not.toContain('cut off');
  });
});
