import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { applyProfile } from '../src/app/apply-profile.ts';
import { explainAccount } from '../src/app/explain-account.ts';
import type { ImportResult } from '../src/app/import-files.ts';
import type { ListResult } from '../src/app/list-accounts.ts';
import { at, Journey } from './journey.ts';
import { needsRealData, realData } from './real-data.ts';

const [may, july] = ['2026-05-06', '2026-07-31'];
const asOf = july;
const added = ['prototype_score', 'prototype_angle', 'job_count'].map((column) => ({ column, field: '-' }));
const [companies, postings] = ['yc_companies.csv', 'yc_job_postings.csv'];

const page = `format: 1
profile: Young software companies
kind: company
market:
  - { field: regions, any: [United States of America, Europe] }
fit:
  firmographic:
    - { field: industry, any: [B2B], points: 3 }
    - { field: employees, between: [5, 100], points: 2 }
    - { field: batch, any: [Winter 2025, Spring 2025, Summer 2025], points: 2 }
timing:
  - { signal: { kind: headcount_growth, within: 6 months }, points: 3, half_life: 90 days }
  - { signal: { kind: custom, about: "is hiring: yes", within: 6 months }, points: 2, half_life: 60 days }
  - { signal: { kind: job_posted, about: sales, within: 3 months }, points: 2, half_life: 60 days }
anti:
  - { field: status, any: [Inactive, Acquired], because: it closed or was bought }
tiers: { A: 7, B: 5, C: 3 }
timing_tiers: { hot: 3, warm: 1 }
`;

describe.skipIf(realData === '')(`a real universe at two dates (${needsRealData})`, () => {
  let journey: Journey;
  let first: ImportResult;
  let second: ImportResult;
  let list: ListResult;

  const importDay = (observedOn: string) => {
    const path = (name: string) => join(realData, 'yc_companies', `snapshot_${observedOn}`, name);
    const files = { [companies]: { path: path(companies) }, [postings]: { path: path(postings) } };
    const maps = observedOn === may ? added.slice(2) : added;
    return journey.import(files, { observedOn, maps });
  };
  const found = (name: string) => second.files.find((file) => file.name === name)?.found;
  const signalsOf = (name: string, field: string) =>
    found(name)
      ?.fields.find((each) => each.field === field)
      ?.signals.map(({ kind, about, rows }) => [kind, about, rows]);

  beforeAll(async () => {
    journey = await Journey.start();
    first = await importDay(may);
    second = await importDay(july);
    await applyProfile(journey.workspace, { text: page, asOf, at, by: 'test', why: null, force: false });
    list = await journey.list({ asOf, limit: 50 });
  }, 180_000);

  afterAll(() => journey.end());

  it('is mapped without a hint', () => {
    const places = first.files.map(({ mapping }) => [
      mapping.as,
      Object.fromEntries(mapping.columns.map(({ column, field, kind }) => [column, `${field} ${kind}`])),
    ]);
    expect(places).toMatchObject([
      [
        'accounts',
        {
          id: 'account_id text',
          name: 'name text',
          website: 'domain text',
          team_size: 'employees number',
          industry: 'industry category',
          status: 'status category',
          batch: 'batch category',
          isHiring: 'is_hiring boolean',
          tags: 'tags set',
          regions: 'regions set',
          one_liner: 'one_liner text',
        },
      ],
      [
        'signals',
        {
          company_id: 'account_id text',
          company_name: 'name text',
          role: 'about text',
          absolute_url: 'url text',
          created_at: 'observed_on date',
        },
      ],
    ]);
    expect(first.files[1]?.mapping.signal).toBe('job_posted');
  });

  it('differs between its dates as counted by hand; unknown to known is no change', () => {
    expect(found(companies)).toMatchObject({ from: may, to: july, added: 207, gone: 8 });
    expect(signalsOf(companies, 'status')).toEqual([
      ['custom', 'status: Acquired', 23],
      ['custom', 'status: Inactive', 23],
    ]);
    expect(signalsOf(companies, 'is_hiring')).toEqual([
      ['custom', 'is hiring: yes', 141],
      ['custom', 'is hiring: no', 136],
    ]);
    expect(signalsOf(companies, 'employees')).toEqual([
      ['headcount_growth', null, 319],
      ['custom', 'headcount fell', 84],
    ]);
  });

  it('has its new postings as postings, and closed ones as closed, never as hires', () => {
    expect(found(postings)).toMatchObject({ added: 1884, gone: 1375 });
    expect(signalsOf(postings, 'kind')).toEqual([['custom', 'job posting closed', 1375]]);
  });

  it('is scored by a page written by hand: tiers add up, why now names the change with its age', async () => {
    const scored = Object.values(list.tiers).reduce((sum, count) => sum + count, 0);
    expect(scored + list.outsideMarket + list.disqualified).toBe(list.accounts);
    expect(list.accounts, 'with one that only a closed posting still names').toBe(6080);
    expect(list.list).toHaveLength(50);
    const grown = list.list.find(({ why_now }) => why_now?.startsWith('headcount grew'));
    expect(grown?.why_now).toMatch(/^headcount grew between 2026-05-06 and 2026-07-31 \(\+3\)$/);
    const explained = await explainAccount(journey.workspace, {
      account: String(grown?.account_id),
      profile: null,
      version: null,
      asOf,
    });
    const growth = explained.sum.timing.find(({ label }) => label.startsWith('headcount grew'));
    expect(growth).toMatchObject({ outcome: 'yes', newest: july, points: 3 });
  });
});
