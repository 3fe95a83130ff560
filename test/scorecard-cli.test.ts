import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { UnknownsResult } from '../src/app/list-unknowns.ts';
import type { SetPointsResult } from '../src/app/set-points.ts';
import type { SetTiersResult } from '../src/app/set-tiers.ts';
import { documentOf, runCli } from './run-cli.ts';

let folder: string;

const bestfit = (...args: readonly string[]) =>
  runCli(['-w', join(folder, 'ws'), '--quiet', '--as-of', '2026-09-30', ...args]);
const json = async <T>(...args: readonly string[]) => documentOf(await bestfit('--json', ...args)) as T;
const words = async (...args: readonly string[]) => (await bestfit(...args)).stdout.replaceAll(/\s+/g, ' ');

const page = `profile: Clinics
kind: company
market:
  - { field: country, any: [ES] }
fit:
  firmographic:
    - { field: industry, any: [Clínica], points: 3 }
    - { field: employees, between: [20, 120], points: 3 }
    - { field: locations, min: 2, points: 2 }
    - { field: locations, min: 9, points: -1 }
anti:
  - { field: ownership, any: [public], because: tenders }
tiers: { A: 8, B: 5, C: 3 }
`;

/** 60 prospects: every industry, size and number of locations, each unknown now and then. */
function prospects(): string {
  const lines = ['id,company,industry,employees,locations,country,ownership'];
  for (let i = 0; i < 60; i++) {
    const industry = ['Clínica', 'Bank', 'Clínica', ''][i % 4];
    const employees = [50, 10, 80, 60, ''][i % 5];
    const locations = [3, 1, ''][i % 3];
    const country = i % 20 === 19 ? 'FR' : 'ES';
    const ownership = i % 15 === 14 ? 'public' : 'private';
    lines.push(`P${i},Firm ${i},${industry},${employees},${locations},${country},${ownership}`);
  }
  return `${lines.join('\n')}\n`;
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'bestfit-scorecard-'));
  writeFileSync(join(folder, 'prospects.csv'), prospects());
  writeFileSync(join(folder, 'page.yaml'), page);
  expect(await bestfit('import', join(folder, 'prospects.csv'), '--as', 'accounts')).toMatchObject({
    status: 0,
  });
  expect(await bestfit('profile', 'apply', join(folder, 'page.yaml'))).toMatchObject({ status: 0 });
}, 120_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('bestfit scorecard', () => {
  it('counts the tiers of the page as scoring does, with nothing stored and from the stored table', async () => {
    const fresh = await json<SetTiersResult>('scorecard', 'tiers');
    const unknowns = await json<UnknownsResult>('scorecard', 'unknowns');
    const scored = await json<{ readonly tiers: object; readonly callToday: number }>('score');
    const { tiers, callToday } = fresh.before.counts;
    expect({ tiers, callToday }).toEqual({ tiers: scored.tiers, callToday: scored.callToday });
    expect(tiers.A).toBeGreaterThan(0);
    expect(await json('scorecard', 'tiers')).toEqual(fresh);
    expect(await json('scorecard', 'unknowns')).toEqual(unknowns);
  }, 60_000);

  it('shows what other points would change as scoring an applied page then finds it', async () => {
    const tried = await json<SetPointsResult>('scorecard', 'set', 'EMPLOYEES 20–120', '2', 'industry', '4');
    expect(tried.edits).toEqual([
      { line: 'employees 20-120', before: 3, after: 2 },
      { line: 'industry is Clínica', before: 3, after: 4 },
    ]);
    expect(tried).toMatchObject({ saved: null, heldOut: null });
    const other = page
      .replace('[20, 120], points: 3', '[20, 120], points: 2')
      .replace('[Clínica], points: 3', '[Clínica], points: 4');
    const before = await json<{ readonly list: readonly { account_id: string; tier: string }[] }>(
      'list',
      '--top',
      '100',
    );
    writeFileSync(join(folder, 'other.yaml'), other.replace('profile: Clinics', 'profile: Others'));
    expect((await bestfit('profile', 'apply', join(folder, 'other.yaml'))).status).toBe(0);
    const after = await json<typeof before & { readonly tiers: object; readonly needsData: number }>(
      'list',
      '--profile',
      'Others',
      '--top',
      '100',
    );
    expect(tried.after).toMatchObject({ tiers: after.tiers, needsData: after.needsData });
    const tierAfter = new Map(after.list.map(({ account_id, tier }) => [account_id, tier]));
    const moved = before.list.filter(({ account_id, tier }) => tierAfter.get(account_id) !== tier);
    expect(moved.length).toBeGreaterThan(0);
    expect(tried.moves.reduce((sum, { accounts }) => sum + accounts, 0)).toBe(moved.length);
    expect(tried.moved.map(({ id, from, to }) => [id, from, to])).toEqual(
      moved.slice(0, 10).map(({ account_id, tier }) => [account_id, tier, tierAfter.get(account_id)]),
    );
    expect((await bestfit('profile', 'apply', join(folder, 'page.yaml'))).status).toBe(0);
  }, 60_000);

  it('says in words who moves, and that nothing is kept', async () => {
    const said = await words('scorecard', 'set', '--profile', 'Clinics', 'employees', '2');
    expect(said).toContain('Employees 20-120: +3 -> +2. A ');
    expect(said).toMatch(/\(\d+ moves? to [BCD]\)/);
    expect(said).toMatch(/# account tier \d+ Firm \d+ [A-D] -> [A-D]/);
    expect(said).toContain('not validated yet: run `bestfit scorecard learn`');
    expect(said).toContain('Nothing is kept yet: add `--save`');
    expect(await words('scorecard', 'set', '--profile', 'Clinics', 'employees', '3')).toContain(
      'Employees 20-120: +3, as it is. No account changes its tier.',
    );
  }, 60_000);

  it('names the lines with their points when one is not told apart, or is none', async () => {
    const run = async (...args: readonly string[]) => {
      const { status, stderr } = await bestfit('scorecard', 'set', '--profile', 'Clinics', ...args);
      return { status, said: stderr.replaceAll(/\s+/g, ' ') };
    };
    const both = await run('locations', '2');
    expect(both.status).toBe(3);
    expect(both.said).toContain('`locations 2 or more` (+2); `locations 9 or more` (-1)');
    const none = await run('revenue', '2');
    expect(none.status).toBe(3);
    expect(none.said).toContain('`employees 20-120` (+3)');
    expect((await run('employees', '6')).said).toContain('a whole number from -5 to 5');
    expect((await run('employees', '1.5')).status).toBe(2);
    expect((await run('employees')).said).toContain('points for `employees`');
    expect((await run('employees', '2', '--why', 'why')).said).toContain('`--save`');
  }, 60_000);

  it('keeps an edited page as a new version, without a line that was taken out', async () => {
    const kept = await json<SetPointsResult>(
      'scorecard',
      'set',
      '--profile',
      'Clinics',
      'locations 9',
      '0',
      'industry',
      '-2',
      '--save',
      '--why',
      'they never buy',
    );
    expect(kept.saved).toMatchObject({ published: true, changed: true });
    const { stdout } = await bestfit('profile', 'show', '--profile', 'Clinics', '--format', 'yaml');
    expect(stdout).toContain('any: [Clínica], points: -2');
    expect(stdout).not.toContain('min: 9');
    const again = await json<SetTiersResult>('scorecard', 'tiers', '--profile', 'Clinics');
    expect(again.profile.version).toBe(kept.saved!.version);
    expect(again.before.counts).toEqual(kept.after);
    expect((await bestfit('profile', 'apply', join(folder, 'page.yaml'))).status).toBe(0);
  }, 60_000);
});

describe('bestfit scorecard tiers', () => {
  const tiers = (...args: readonly string[]) =>
    json<SetTiersResult>('scorecard', 'tiers', '--profile', 'Clinics', ...args);

  it('cuts by capacity as near as totals allow, and says who moves and what a qualified lead is', async () => {
    const { before, after } = await tiers('--capacity', '10%,20%,30%');
    const counts = Object.values(after!.counts.tiers);
    expect(counts.every((accounts) => accounts > 0)).toBe(true);
    const inMarket = before.counts.accounts - before.counts.outsideMarket;
    expect(inMarket).toBe(57);
    expect(after!.outlook.tiers.map(({ share }) => share! * inMarket)).toEqual(counts);
    const all = before.counts.tiers;
    const both = await tiers('--capacity', String(all.A + all.B));
    expect(both.after).toMatchObject({ cuts: { A: 5 }, counts: { tiers: { A: all.A + all.B } } });
    const said = await words('scorecard', 'tiers', '--profile', 'Clinics', '--points', '6,4,2');
    expect(said).toContain('A 8 -> 6 or more');
    expect(said).toContain(
      'A marketing-qualified lead is an account of tier A or B: in the market, with 4 fit points or more and disqualified by no line of the anti-ICP.',
    );
    expect(said).toContain('the page has no timing line yet, so none is. There are 0.');
  }, 60_000);

  it('keeps other cut-offs only when asked', async () => {
    expect((await tiers('--points', '7,4')).after!.cuts).toEqual({ A: 7, B: 4, C: 3 });
    expect((await tiers()).before.cuts).toEqual({ A: 8, B: 5, C: 3 });
    expect((await tiers('--points', '7,4', '--save')).saved).toMatchObject({ published: true });
    expect((await tiers()).before.cuts).toEqual({ A: 7, B: 4, C: 3 });
    expect((await bestfit('profile', 'apply', join(folder, 'page.yaml'))).status).toBe(0);
  }, 60_000);

  it('refuses two ways at once, and rates that nobody validated', async () => {
    const refused = async (...args: readonly string[]) => {
      const { status, stderr } = await bestfit('scorecard', 'tiers', '--profile', 'Clinics', ...args);
      return { status, said: stderr.replaceAll(/\s+/g, ' ') };
    };
    expect(await refused('--points', '9', '--capacity', '10%')).toMatchObject({ status: 2 });
    const { status, said } = await refused('--probability', '50%,30%,10%');
    expect(status).toBe(3);
    expect(said).toContain('bestfit scorecard learn');
  }, 60_000);
});

describe('bestfit scorecard unknowns', () => {
  it('orders fields by the tier decisions each settles, and says how far tiers can move', async () => {
    const { worthKnowing, ranges, robustness } = await json<UnknownsResult>(
      'scorecard',
      'unknowns',
      '--profile',
      'Clinics',
    );
    expect(worthKnowing.map(({ subject }) => subject).toSorted()).toEqual([
      'employees',
      'industry',
      'locations',
    ]);
    const settles = worthKnowing.map((of) => of.settles);
    expect(settles).toEqual(settles.toSorted((a, b) => b - a));
    expect(settles[0]).toBeGreaterThan(0);
    for (const { unknown, depends } of worthKnowing) expect(unknown).toBeGreaterThanOrEqual(depends);
    const open = ranges.tiers.reduce((sum, { accounts, settled }) => sum + accounts - settled, 0);
    const { needsData } = await json<{ readonly needsData: number }>('score', '--profile', 'Clinics');
    expect(open).toBe(needsData);
    expect(robustness.wrongIndustry.survival!.share).toBeGreaterThan(0.9);
    expect(robustness.missingFields.survival!.share).toBeCloseTo(0.8 ** 3, 12);
  }, 60_000);

  it('says the same in words', async () => {
    const said = await words('scorecard', 'unknowns', '--profile', 'Clinics');
    expect(said).toMatch(/Fill in (employees|industry|locations) first: it settles the tier of \d+ accounts/);
    expect(said).toMatch(/stay in tier A \(51%\)/);
  }, 60_000);
});
