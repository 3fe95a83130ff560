import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type TestWorkspace, testWorkspace } from '../../../test/test-workspace.ts';
import { readProfile } from '../../stages/profile/index.ts';
import { countTiers } from '../count-tiers.ts';
import { discoverPatterns } from '../discover-patterns.ts';
import { saveVersion } from '../save-version.ts';

let workspace: TestWorkspace;

beforeEach(async () => {
  workspace = await testWorkspace();
});

afterEach(() => workspace.dispose());

const asOf = '2026-01-01';
const at = '2026-01-01T10:00:00.000Z';
const csv = (rows: readonly (readonly unknown[])[]) => `${rows.map((row) => row.join(',')).join('\n')}\n`;
const numbers = (n: number) => Array.from({ length: n }, (_, i) => i);
const isBest = (i: number) => i % 3 === 0;

const customers = csv([
  ['Account ID', 'Company', 'Contract value', 'Start date', 'Sector', 'Rooms'],
  ...numbers(30).map((i) => [
    `A${i}`,
    `Firm ${i}`,
    (isBest(i) ? 50_000 : 2000) + 37 * i,
    '2023-01-10',
    isBest(i) ? 'clinic' : 'shop',
    1 + (i % 10),
  ]),
]);

const prospects = csv([
  ['Account ID', 'Company', 'Sector', 'Rooms'],
  ...numbers(100).map((i) => [
    `P${i}`,
    `Prospect ${i}`,
    i % 10 === 0 ? '' : i % 2 === 0 ? 'clinic' : i % 5 === 0 ? 'bakery' : 'shop',
    i % 7 === 0 ? '' : 1 + (i % 10),
  ]),
]);

const page = `profile: Clinics
market: [{ field: industry, none: [bakery] }]
fit:
  firmographic:
    - { field: industry, any: [clinic], points: 3 }
    - { field: rooms, between: [4, 6], points: 2 }
anti: [{ field: rooms, min: 10, because: too large }]
tiers: { A: 5, B: 3, C: 2 }`;

async function found(contrast: 'best-rest' | 'churned-kept' = 'best-rest') {
  const result = await discoverPatterns(workspace, {
    contrast,
    asOf,
    last: null,
    seed: 1,
    permutations: 99,
    breadth: true,
    at,
    onProgress: () => undefined,
  });
  if (result.kind !== 'discovery') throw new Error(result.kind);
  return result;
}

const publish = () =>
  saveVersion(workspace, {
    profile: readProfile(page),
    at,
    by: 'test',
    why: null,
    snapshot: null,
    publish: true,
  });

const both = () =>
  workspace.import({
    'customers.csv': { text: customers, as: 'customers' },
    'prospects.csv': { text: prospects, as: 'accounts' },
  });

describe('the breadth of a page', () => {
  it('reaches in tiers A and B the accounts that scoring puts there, in the same market', async () => {
    await both();
    await publish();
    const { profile } = (await found()).breadth!;
    const tallied = await countTiers(workspace, { profile: null, version: null, asOf, include: [] });
    expect(profile!.now.reach).toEqual({
      n: tallied.tiers.A + tallied.tiers.B,
      of: tallied.accounts - tallied.outsideMarket,
    });
    const atTotal = (total: number) => profile!.totals.find((point) => point.total === total)!.reach.n;
    expect(atTotal(5)).toBe(tallied.tiers.A);
    expect(atTotal(2)).toBe(tallied.tiers.A + tallied.tiers.B + tallied.tiers.C);
    expect(profile!.findings.map(({ rule }) => rule)).toContain('too-narrow');
  });

  it('sets them against the best among the customers at the same total', async () => {
    await both();
    await publish();
    const { profile } = (await found()).breadth!;
    const { rate } = profile!.totals.at(-1)!;
    const scored = numbers(30).filter((i) => i % 10 !== 9);
    expect([rate.best, rate.of]).toEqual([scored.filter(isBest).length, scored.length]);
    expect(profile!.now.rate).toMatchObject({ best: 9, of: 9, by: 'wilson' });
  });

  it('moves each line of the page by one value or one bin of the customers', async () => {
    await both();
    await publish();
    const { profile } = (await found()).breadth!;
    expect(profile!.steps.map(({ change, words }) => [change, words])).toEqual([
      ['wider-value', 'Industry also shop'],
      ['wider-below', 'Rooms 3-6'],
      ['wider-above', 'Rooms 4-7'],
      ['narrower-below', 'Rooms 5-6'],
      ['narrower-above', 'Rooms 4-5'],
    ]);
  });

  it('is measured for the shown patterns alone before there is a page', async () => {
    await both();
    const { breadth, patterns } = await found();
    expect(breadth).toMatchObject({ prospects: 100, profile: null });
    const shown = patterns.filter(({ verdict }) => verdict !== 'none');
    expect(breadth!.patterns.map(({ id, reach }) => [id, reach.n / reach.of])).toEqual(
      shown.map(({ id, reach }) => [id, reach]),
    );
  });

  it('is none without prospects, nor where the groups do not say whom to win', async () => {
    await workspace.import({ 'customers.csv': { text: customers, as: 'customers' } });
    expect((await found()).breadth).toBeNull();
    await workspace.import({ 'prospects.csv': { text: prospects, as: 'accounts' } });
    expect((await found('churned-kept').catch(() => ({ breadth: null }))).breadth).toBeNull();
  });
});
