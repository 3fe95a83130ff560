import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleDay } from '../samples/index.ts';
import { type AccountFilters, noFilters } from '../src/app/account-filters.ts';
import { accountSorts } from '../src/app/account-order.ts';
import { countAccounts } from '../src/app/count-accounts.ts';
import { exportList } from '../src/app/export-list.ts';
import { listOutcomes } from '../src/app/list-outcomes.ts';
import { type PageRequest, pageAccounts } from '../src/app/page-accounts.ts';
import { reviseCard } from '../src/app/revise-card.ts';
import { type ScoreRequest, scoreAccounts } from '../src/app/score-accounts.ts';
import { showAccount } from '../src/app/show-account.ts';
import { showList } from '../src/app/show-list.ts';
import type { Workspace } from '../src/app/workspace.ts';
import type { AccountRow } from '../src/stages/list/index.ts';
import { readProfile } from '../src/stages/profile/index.ts';
import { countOutcomes } from '../src/stages/scorecard/outcomes/index.ts';
import { openApi } from './http/api.ts';
import { importSample } from './http/sample.ts';
import { clinicsPage, scoredWorkspace } from './score-workspace.ts';

const request: ScoreRequest = {
  profile: null,
  version: null,
  asOf: sampleDay,
  include: [],
  at: `${sampleDay}T08:00:00.000Z`,
  onProgress: () => {},
};
const unsaved = { save: false, by: 'test', why: null };

/** One workspace for all tests of the file: the first finds it unscored, those that save come last. */
let shared: Awaited<ReturnType<typeof openApi>>;
let workspace: Workspace;

beforeAll(async () => {
  shared = await openApi();
  workspace = shared.workspace;
  await importSample(shared, { customers: 60, prospects: 1100 });
  const profile = readProfile(clinicsPage);
  const { at } = request;
  await workspace.store.saveProfile({ profile, at, by: 'test', why: null, snapshot: null, publish: true });
});

afterAll(() => shared.close());

async function page(workspace: Workspace, asked: Partial<PageRequest>) {
  const result = await pageAccounts(workspace, {
    ...request,
    filters: noFilters,
    order: { by: 'rank', direction: 'asc' },
    offset: 0,
    limit: 100,
    ...asked,
  });
  if (result.kind !== 'page') throw new Error(result.kind);
  return result;
}

const fold = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

describe('pages of the list', () => {
  it('say so where nothing was scored, and score nothing', async () => {
    const asked = { ...request, filters: noFilters };
    expect(await countAccounts(workspace, asked)).toEqual({ kind: 'not-scored' });
    expect(await listOutcomes(workspace, request)).toEqual({ kind: 'not-scored' });
    const revised = await reviseCard(workspace, { ...request, ...unsaved, points: [], tiers: null });
    expect(revised).toEqual({ kind: 'not-scored' });
    const list = await showList(workspace, request);
    expect(list).toMatchObject({ scored: 'prospects', scoring: null, rates: null });
    expect(list.lines.fit[0]).toMatchObject({ id: 'fit-1', condition: { op: 'any', field: 'industry' } });
    expect(list.labels).toMatchObject({ practitioners: 'practitioners' });
    expect(await workspace.store.latestRun('score', { snapshot: null })).toBeNull();
    await scoreAccounts(workspace, request);
  });

  it('cut the list in any order and under any filter into parts that fit together', async () => {
    const { accounts: all, matching } = await page(workspace, { limit: 5000 });
    expect(all.length).toBe(matching);
    const filters: readonly [Partial<AccountFilters>, (row: AccountRow) => boolean][] = [
      [{}, () => true],
      [{ standings: ['scored'] }, ({ rank }) => rank !== null],
      [{ tiers: ['A', 'B'] }, ({ tier }) => tier === 'A' || tier === 'B'],
      [{ timings: ['hot'], tiers: ['A'] }, ({ tier, timing }) => tier === 'A' && timing === 'hot'],
      [{ search: ' CLINICA ' }, ({ name }) => fold(name ?? '').includes('clinica')],
      [
        { countries: [null, 'ES'], needsData: true },
        ({ country, needsData }) => needsData && (country ?? 'ES') === 'ES',
      ],
      [{ standings: ['disqualified'], plays: ['out'] }, ({ standing }) => standing === 'disqualified'],
      [{ search: 'nobody is called so' }, () => false],
    ];
    for (const [at, [asked, fits]] of filters.entries()) {
      const wanted = new Set(all.filter(fits).map(({ id }) => id));
      for (const by of at === 0 ? accountSorts : (['rank', 'timing'] as const))
        for (const direction of ['asc', 'desc'] as const) {
          const of = { filters: { ...noFilters, ...asked }, order: { by, direction } };
          const whole = await page(workspace, { ...of, limit: 5000 });
          expect(whole.matching).toBe(wanted.size);
          expect(new Set(whole.accounts.map(({ id }) => id))).toEqual(wanted);
          const [first, deep] = [await page(workspace, of), await page(workspace, { ...of, offset: 950 })];
          expect(first.accounts).toEqual(whole.accounts.slice(0, 100));
          expect(deep.accounts).toEqual(whole.accounts.slice(950, 1050));
        }
    }
  }, 120_000);

  it('sort by what is shown, both ways, what is unknown last', async () => {
    const names = await page(workspace, { order: { by: 'name', direction: 'desc' }, limit: 5000 });
    const folded = names.accounts.map(({ name }) => fold(name ?? ''));
    expect(folded).toEqual(folded.toSorted((a, b) => (a < b ? 1 : a > b ? -1 : 0)));
    const ranks = await page(workspace, { order: { by: 'rank', direction: 'desc' }, limit: 5000 });
    expect(ranks.accounts[0]!.rank).toBe(ranks.accounts.filter(({ rank }) => rank !== null).length);
    expect(ranks.accounts.at(-1)!.rank).toBeNull();
  });
});

describe('the counts beside the list', () => {
  it('are what the pages under the same filters hold', async () => {
    const filters: AccountFilters = { ...noFilters, standings: ['scored'], tiers: ['A', 'B'] };
    const counts = await countAccounts(workspace, { ...request, filters });
    if (counts.kind !== 'counts') throw new Error(counts.kind);
    const scored = await page(workspace, { filters: { ...filters, tiers: [] }, limit: 5000 });
    const own = scored.accounts.filter(({ tier }) => tier === 'A' || tier === 'B');
    expect(counts.matching).toBe(own.length);
    expect(counts.grid.reduce((sum, { accounts }) => sum + accounts, 0)).toBe(scored.matching);
    for (const { tier, timing, accounts } of counts.grid)
      expect(accounts).toBe(scored.accounts.filter((of) => of.tier === tier && of.timing === timing).length);
    expect(counts.needsData).toBe(own.filter(({ needsData }) => needsData).length);
    for (const { value, accounts } of counts.industries)
      expect(accounts).toBe(own.filter(({ industry }) => industry === value).length);
    expect(counts.plays.reduce((sum, { accounts }) => sum + accounts, 0)).toBe(own.length);
  });
});

describe('one account', () => {
  it('is shown with its events, newest first, and its people with where they come from', async () => {
    const { accounts } = await page(workspace, { filters: { ...noFilters, timings: ['hot'] }, limit: 1 });
    const shown = await showAccount(workspace, { ...request, account: accounts[0]!.id });
    expect(shown.account.id).toBe(accounts[0]!.id);
    expect(shown.score.fit).toBe(accounts[0]!.fit);
    const days = shown.timeline!.map(({ on }) => on);
    expect(days).toEqual(days.toSorted().toReversed());
    expect(days).toContain(accounts[0]!.whyNow!.on);
    const figures = shown.people!.flatMap(({ figure }) => figure ?? []);
    expect([...new Set(figures)].sort()).toEqual(accounts[0]!.committee!.found);
  });

  it('has no events and no people where none were imported', async () => {
    const own = {
      'companies.csv': 'company id,company name,industry\n1,Acme,private clinic\n2,Bolt,private clinic\n',
    };
    const { workspace: bare } = await scoredWorkspace(own, clinicsPage);
    expect(await showAccount(bare, { ...request, account: '1' })).toMatchObject({
      account: { id: '1' },
      timeline: null,
      people: null,
    });
  });
});

describe('an export under filters', () => {
  it('holds the accounts of the page', async () => {
    const filters: AccountFilters = { ...noFilters, tiers: ['B'], search: 'clinica' };
    const { matching } = await page(workspace, { filters });
    const to = join(shared.folder, 'list.csv');
    expect(
      await exportList(workspace, { ...request, filters, to, format: 'csv', force: false }),
    ).toMatchObject({
      rows: matching,
    });
  });
});

describe('other points and tiers', () => {
  it('are tried together from the counted outcomes, and kept as one version', async () => {
    const outcomes = await listOutcomes(workspace, request);
    if (outcomes.kind !== 'outcomes') throw new Error(outcomes.kind);
    const edit = { ...request, points: [{ line: 'fit-2', points: 0 }], tiers: { A: 8, B: 5, C: 2 } };
    const tried = await reviseCard(workspace, { ...edit, ...unsaved });
    if (tried.kind !== 'revised') throw new Error(tried.kind);
    expect(tried.saved).toBeNull();
    expect(tried.moves.length).toBeGreaterThan(0);
    expect(tried.moved[0]).toHaveProperty('from');
    const kept = await reviseCard(workspace, { ...edit, ...unsaved, save: true, why: 'trial' });
    expect(kept).toMatchObject({ saved: { version: 2, published: true, changed: true } });
    const list = await showList(workspace, request);
    expect(list).toMatchObject({ profile: { version: 2 }, scoring: null, tiers: { A: 8, B: 5, C: 2 } });
    expect(list.lines.fit).toHaveLength(5);
    const { result } = await scoreAccounts(workspace, request);
    expect(result.tiers).toEqual(tried.after.tiers);
    expect(countOutcomes(outcomes.vectors, { fit: [], tiers: list.tiers }).accounts).toBe(result.accounts);
  });

  it('are refused for a line that the card does not have', async () => {
    const asked = reviseCard(workspace, {
      ...request,
      ...unsaved,
      points: [{ line: 'fit-99', points: 1 }],
      tiers: null,
    });
    await expect(asked).rejects.toMatchObject({ code: 'scorecard.line-missing' });
  });
});
