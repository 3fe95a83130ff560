import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { profilePage } from './profile-page.ts';
import { readProfile } from './read-profile.ts';
import type { Evidence, Profile, ProfileVersion } from './types.ts';

const profile = readProfile(
  readFileSync(new URL('../../../samples/profiles/private-clinics-spain.yaml', import.meta.url), 'utf8'),
);
const version = (of: Profile, more: Partial<ProfileVersion> = {}): ProfileVersion => ({
  name: of.name,
  version: 4,
  profile: of,
  createdAt: '2025-11-12T09:00:00Z',
  createdBy: 'Ana',
  why: null,
  published: true,
  signedBy: [],
  snapshot: '9f3c',
  ...more,
});
const context = { asOf: '2025-12-01', tiers: null, labelOf: (field: string) => field.toUpperCase() };
const page = profilePage(version(profile), [], context);

test('every part of the profile stands on the page', () => {
  expect(page.layers.flatMap(({ lines }) => lines)).toHaveLength(profile.fit.length);
  expect(page.timing).toHaveLength(3);
  expect(page.anti).toHaveLength(4);
  expect(page.committee).toEqual(profile.committee);
  expect(page.challenges).toEqual(profile.challenges);
  expect(page.questions).toEqual(profile.questions);
  expect(page.budget).toBe('EUR 3,000 to 15,000 a year');
  expect(page.marketSize).toEqual({
    value: 'EUR 28.6 million',
    how: '4,200 accounts at EUR 6,800; illustrative figures for this sample',
  });
  expect(page.edge).toBe(profile.edge);
});

test('conditions are words with the labels of the fields', () => {
  expect(page.market[0]).toBe('INDUSTRY is private clinic or dental clinic');
  expect(page.layers.map(({ title, lines }) => [title, lines.length])).toEqual([
    ['Firmographics', 4],
    ['Technographics', 2],
  ]);
  expect(page.timing[0]).toMatchObject({ points: '+3', fades: 'halves every 60 days', evidence: null });
});

test('the head carries status, version, snapshot and the next review', () => {
  expect(page.head).toMatchObject({
    status: 'hypothesis',
    version: 4,
    createdAt: '2025-11-12',
    snapshot: '9f3c',
    review: 'every quarter, next on 2026-02-12',
  });
  expect(profilePage(version(profile, { published: false }), [], context).head.review).toBe('every quarter');
});

test('the scoring says what each tier takes and how many accounts are in it', () => {
  const tiers = { A: 10, B: 20, C: 30, D: 40, disqualified: 5, outsideMarket: 6 };
  const { scoring } = profilePage(version(profile), [], { ...context, tiers });
  expect(scoring.attainable).toBe(12);
  expect(scoring.tiers.map(({ tier, from, accounts }) => [tier, from, accounts])).toEqual([
    ['A', '9 or more', 10],
    ['B', '6 or more', 20],
    ['C', '3 or more', 30],
    ['D', 'under 3', 40],
  ]);
  expect(scoring.left).toBe('5 disqualified, 6 outside the market');
});

test('the interval of the lift is drawn as shares among the best, with the margins held fixed', () => {
  const evidence: Evidence = {
    snapshot: '9f3c',
    best: { n: 30, of: 40 },
    rest: { n: 20, of: 80 },
    unknown: 3,
    lift: 1.7,
    interval: [1.2, 3],
    pAdjusted: 0.01,
    verdict: 'supported',
    needMore: null,
  };
  const fit = [{ ...profile.fit[0]!, points: -2, evidence }];
  const [line] = profilePage(version({ ...profile, fit }), [], context).layers[0]!.lines;
  expect(line!.points).toBe('−2');
  expect(line!.evidence).toMatchObject({
    best: { share: 0.75 },
    rest: { share: 0.25 },
    counts: '30 of 40 best, 20 of 80 others',
    lift: '1.7 times (1.2 to 3.0)',
    verdictInWords: 'supported',
  });
  expect(line!.evidence!.interval[0]).toBeCloseTo((1.2 * 50) / 120, 12);
  expect(line!.evidence!.interval[1]).toBe(1);
});
