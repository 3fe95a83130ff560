import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Condition } from '../../base/expr/index.ts';
import { profileChanges } from './profile-changes.ts';
import { readProfile } from './read-profile.ts';
import type { Evidence, Profile, ProfileVersion } from './types.ts';
import { versionChanges } from './version-changes.ts';
import { writeProfile } from './write-profile.ts';

const page = readProfile(
  readFileSync(new URL('../../../samples/profiles/private-clinics-spain.yaml', import.meta.url), 'utf8'),
);
const diffProfiles = (before: Profile, after: Profile) =>
  profileChanges(before, after).map(({ words }) => words);
const diff = (more: Partial<Profile>) => diffProfiles(page, { ...page, ...more });
const fitWith = (at: number, more: Partial<Profile['fit'][number]>) => ({
  fit: page.fit.map((line, index) => (index === at ? { ...line, ...more } : line)),
});
const practitioners = (low: number | null, high: number | null): Condition => ({
  op: 'window',
  field: 'practitioners',
  low,
  high,
  currency: null,
});

test('the same page differs in nothing', () => {
  expect(diff({})).toEqual([]);
});

test('a window is widened, narrowed or moved', () => {
  const becomes = (low: number | null, high: number | null) =>
    diff(fitWith(2, { condition: practitioners(low, high) }));
  expect(becomes(3, 20)).toEqual(['practitioners window widened from 3-15 to 3-20']);
  expect(becomes(5, 15)).toEqual(['practitioners window narrowed from 3-15 to 5-15']);
  expect(becomes(5, 20)).toEqual(['practitioners window moved from 3-15 to 5-20']);
  expect(becomes(3, null)).toEqual(['practitioners window widened from 3-15 to 3 or more']);
  expect(becomes(null, 10)).toEqual(['practitioners window moved from 3-15 to at most 10']);
});

test('points change in words', () => {
  expect(diff(fitWith(0, { points: 2 }))).toEqual(['points of industry is private clinic 3 -> 2']);
});

test('a value list says what it gained and lost', () => {
  const market: Condition[] = [
    { op: 'any', field: 'industry', values: ['private clinic', 'vet'] },
    page.market[1]!,
  ];
  expect(diff({ market })).toEqual(['industry values gained vet and lost dental clinic']);
});

test('lines come and go with their points or reason', () => {
  expect(
    diff({ anti: [...page.anti, { condition: practitioners(40, null), because: 'buys in chains' }] }),
  ).toEqual(['anti line added: practitioners 40 or more because buys in chains']);
  expect(diff({ fit: page.fit.slice(1) })).toEqual([
    'fit line removed: industry is private clinic (3 points)',
  ]);
  expect(diff({ timing: page.timing.slice(0, 2) })).toEqual([
    'signal removed: leadership changed (management) in the last 4 months (2 points)',
  ]);
});

test('half-life, reason, tiers, texts and figures change in words', () => {
  const timing = [
    { ...page.timing[0]!, halfLife: { count: 30, unit: 'days' as const } },
    ...page.timing.slice(1),
  ];
  expect(diff({ timing })).toEqual([
    'half-life of hired administration in the last 6 months changed from 60 days to 30 days',
  ]);
  expect(diff({ anti: [{ ...page.anti[0]!, because: 'too small' }, ...page.anti.slice(1)] })[0]).toContain(
    'reason of practitioners up to 1 changed from no coordination problem',
  );
  expect(diff({ tiers: { ...page.tiers, A: 10 } })).toEqual(['tier A changed from 9 to 10']);
  expect(diff({ budget: { ...page.budget!, max: 20_000 } })).toEqual([
    'budget changed from EUR 3,000 to 15,000 a year to EUR 3,000 to 20,000 a year',
  ]);
  expect(diff({ committee: page.committee.slice(0, 2), edge: null })).toEqual([
    'committee figure removed: blocker',
    `edge changed from ${page.edge} to open`,
  ]);
  expect(diff({ challenges: [...page.challenges, 'No-shows'] })).toEqual(['challenge added: No-shows']);
});

test('evidence that arrives, grows or falls is told by its verdict', () => {
  const evidence: Evidence = {
    snapshot: 'a',
    best: { n: 7, of: 8 },
    rest: { n: 4, of: 17 },
    unknown: 0,
    lift: 2,
    interval: [1, 3],
    pAdjusted: 0.1,
    verdict: 'suggestive',
    needMore: 9,
  };
  const before = { ...page, ...fitWith(0, { evidence }) };
  const after = (more: Partial<Evidence>) =>
    diffProfiles(before, { ...page, ...fitWith(0, { evidence: { ...evidence, ...more } }) });
  expect(diffProfiles(page, before)).toEqual(['evidence of industry is private clinic added: suggestive']);
  expect(after({ verdict: 'supported' })).toEqual([
    'evidence of industry is private clinic suggestive -> supported',
  ]);
  expect(after({ snapshot: 'b' })).toEqual([
    'evidence of industry is private clinic measured again, still suggestive',
  ]);
});

test('a different condition on the same field of another kind is a line gone and a line come', () => {
  const none: Condition = { op: 'none', field: 'industry', values: ['vet'] };
  expect(diff({ market: [none, page.market[1]!] })).toEqual([
    'market line added: industry is not vet',
    'market line removed: industry is private clinic or dental clinic',
  ]);
});

test('new order alone is told as that', () => {
  expect(diff({ anti: [...page.anti].reverse() })).toEqual(['lines reordered']);
});

test('changes are empty exactly when both pages are written alike', () => {
  const variant = fc.record({
    drop: fc.nat({ max: 6 }),
    points: fc.integer({ min: -5, max: 5 }),
    edge: fc.option(fc.constantFrom('a', page.edge!), { nil: null }),
    A: fc.integer({ min: 8, max: 12 }),
    note: fc.option(fc.constant('checked'), { nil: null }),
  });
  const build = ({
    drop,
    points,
    edge,
    A,
    note,
  }: {
    drop: number;
    points: number;
    edge: string | null;
    A: number;
    note: string | null;
  }): Profile => ({
    ...page,
    fit: page.fit
      .filter((_, at) => at !== drop)
      .map((line, at) => (at === 1 ? { ...line, points, note } : line)),
    edge,
    tiers: { ...page.tiers, A },
  });
  fc.assert(
    fc.property(variant, variant, (left, right) => {
      const [before, after] = [build(left), build(right)];
      expect(profileChanges(before, after).length === 0).toBe(writeProfile(before) === writeProfile(after));
    }),
  );
});

test('between versions it also says who signed and what was published', () => {
  const version: ProfileVersion = {
    name: page.name,
    version: 1,
    profile: page,
    createdAt: '2025-11-12T09:00:00Z',
    createdBy: 'Ana',
    why: null,
    published: false,
    signedBy: [{ team: 'support', by: 'Eva', on: '2025-11-13' }],
    snapshot: null,
  };
  const later = {
    ...version,
    version: 2,
    published: true,
    signedBy: [{ team: 'sales', by: 'Ana', on: '2025-11-14' }],
  };
  expect(versionChanges(version, later).map(({ words }) => words)).toEqual([
    'sales signed (Ana, 2025-11-14)',
    'signature of support (Eva) no longer holds',
    'published',
  ]);
});
