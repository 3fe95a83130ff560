import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Condition } from '../../base/expr/index.ts';
import type { Field } from '../dataset/index.ts';
import { lintProfile } from './lint-profile.ts';
import { readProfile } from './read-profile.ts';
import type { Evidence, Finding, FitLine, LintContext, LintRule, Profile } from './types.ts';

const measured: Evidence = {
  snapshot: 's',
  best: { n: 7, of: 8 },
  rest: { n: 4, of: 17 },
  unknown: 0,
  lift: 2,
  interval: [1.2, 3],
  pAdjusted: 0.01,
  verdict: 'supported',
  needMore: null,
};

const written = readProfile(
  readFileSync(new URL('../../../samples/profiles/private-clinics-spain.yaml', import.meta.url), 'utf8'),
);

/** The worked example with evidence behind every line: a page without a mistake. */
const good: Profile = {
  ...written,
  fit: written.fit.map((line) => ({ ...line, evidence: measured })),
  timing: written.timing.map((line) => ({ ...line, evidence: measured })),
};

function field(name: string, more: Partial<Field> = {}): Field {
  return {
    table: 'accounts',
    name,
    label: name,
    kind: 'category',
    layer: 'firmographic',
    unit: null,
    banded: false,
    mixedCurrency: false,
    known: 'before',
    knownBy: 'guessed',
    custom: false,
    sources: ['crm.csv'],
    coverage: { known: 90, of: 100 },
    prospects: { known: 80, of: 100 },
    distinct: 5,
    distinctAbout: false,
    values: [],
    range: null,
    ...more,
  };
}

const fields = [
  field('industry', {
    distinct: 3,
    values: [
      { value: 'Private Clinic', count: 9 },
      { value: 'dental clinic', count: 5 },
      { value: 'Aesthetic franchise', count: 1 },
    ],
  }),
  field('country', { distinct: 1, values: [{ value: 'ES', count: 15 }] }),
  field('practitioners', { kind: 'number', range: { low: 1, high: 40 } }),
  field('locations', { kind: 'number', range: { low: 1, high: 6 } }),
  field('ownership', {
    distinct: 2,
    values: [
      { value: 'public', count: 2 },
      { value: 'private', count: 13 },
    ],
  }),
];

const context: LintContext = {
  asOf: '2025-12-01',
  fields,
  tools: ['Calendly', 'scheduling', 'clinic management'],
  signals: ['hired', 'location_opened', 'leadership_change'],
  found: [...good.fit, ...good.timing].map(({ condition }) => ({ condition, evidence: measured })),
  publishedOn: '2025-11-01',
  signedBy: ['sales', 'Product'],
  reach: { market: 1000, tiersAB: 300 },
  capacity: 200,
  profiles: 1,
};

function find(
  rule: LintRule,
  profile: Partial<Profile>,
  more: Partial<LintContext> = {},
): readonly Finding[] {
  return lintProfile({ ...good, ...profile }, { ...context, ...more }).filter(
    (finding) => finding.rule === rule,
  );
}

const line = (condition: Condition, more: Partial<FitLine> = {}): FitLine => ({
  layer: 'firmographic',
  condition,
  points: 3,
  evidence: measured,
  note: null,
  ...more,
});

test('a page without a mistake has no findings', () => {
  expect(lintProfile(good, context)).toEqual([]);
});

test('every finding says what to do, and the gravest come first', () => {
  const findings = lintProfile(
    { ...good, anti: [], edge: null, fit: [line({ op: 'any', field: 'sector', values: ['x'] })] },
    { ...context, found: null },
  );
  expect(findings.map(({ severity }) => severity)).toEqual(['error', 'warning', 'warning', 'note']);
  expect(findings.every(({ remedy }) => remedy.length > 10)).toBe(true);
});

test('no anti-ICP, no signal, nothing that earns points', () => {
  expect(find('no-anti', { anti: [] })).toHaveLength(1);
  expect(find('no-signal', { timing: [] })).toHaveLength(1);
  expect(
    find('no-fit', {
      fit: [line({ op: 'any', field: 'industry', values: ['private clinic'] }, { points: -2 })],
    }),
  ).toHaveLength(1);
});

test('fewer than three figures of the committee, but only for companies', () => {
  const committee = [
    good.committee[0]!,
    good.committee[1]!,
    { ...good.committee[0]!, role: ' Economic Buyer' },
  ];
  expect(find('few-figures', { committee })[0]!.message).toBe('The committee names 2 of at least 3 figures.');
  expect(find('few-figures', { committee, kind: 'person' })).toEqual([]);
});

test('open questions are named, not filled', () => {
  const committee = [{ ...good.committee[0]!, angle: null }, ...good.committee.slice(1)];
  expect(find('open-questions', { committee, challenges: [] })[0]).toMatchObject({
    severity: 'note',
    message: 'Still open: motive, angle or channel of economic buyer; challenges.',
  });
});

test('a field that no source holds is an error, with the field that was meant', () => {
  const [finding] = find('not-searchable', {
    fit: [line({ op: 'any', field: 'industri', values: ['private clinic'] })],
  });
  expect(finding).toMatchObject({
    severity: 'error',
    path: 'fit.firmographic[0]',
    remedy: 'Did you mean `industry`?',
  });
});

test('a field inside a combination is named by its place', () => {
  const all: Condition = {
    op: 'all',
    conditions: [
      { op: 'any', field: 'ownership', values: ['public'] },
      { op: 'any', field: 'tender', values: ['yes'] },
    ],
  };
  expect(
    find('not-searchable', { anti: [{ condition: all, because: 'tenders take two years' }] })[0]!.path,
  ).toBe('anti[0].all[1]');
});

test('tools and signals that nobody looked for are errors; without data nothing is said', () => {
  const tool: Condition = {
    op: 'uses',
    tool: { technology: null, category: 'shceduling', firstSeenWithin: null },
  };
  expect(find('not-searchable', { fit: [line(tool)] })[0]!.remedy).toBe('Did you mean `scheduling`?');
  expect(find('not-searchable', {}, { signals: ['hired'] }).map(({ path }) => path)).toEqual([
    'timing[1]',
    'timing[2]',
  ]);
  expect(find('not-searchable', { fit: [line(tool)] }, { fields: null, tools: null, signals: null })).toEqual(
    [],
  );
});

test('a field known for under a fifth of prospects is an error where it scores and a warning where it disqualifies', () => {
  const rare = fields.map((one) =>
    one.name === 'practitioners' ? { ...one, prospects: { known: 19, of: 100 } } : one,
  );
  const found = find('rarely-known', {}, { fields: rare });
  expect(found.map(({ path, severity }) => `${path} ${severity}`)).toEqual([
    'fit.firmographic[2] error',
    'anti[0] warning',
    'anti[1].all[1] warning',
  ]);
  expect(found[0]!.message).toBe(
    '`practitioners` is known for 19 of 100 prospects (19%); a search needs at least 20%.',
  );
  const enough = fields.map((one) => ({ ...one, prospects: { known: 20, of: 100 } }));
  expect(find('rarely-known', {}, { fields: enough })).toEqual([]);
  const none = fields.map((one) => ({ ...one, prospects: null }));
  expect(find('rarely-known', {}, { fields: none })).toEqual([]);
});

test('lines without evidence are intuition', () => {
  expect(find('no-evidence', { fit: written.fit })[0]!.message).toBe(
    '6 of 9 lines that score carry no evidence: intuition until tested.',
  );
});

test('a page is stale a quarter and fifteen days after it was published', () => {
  expect(find('stale', {}, { publishedOn: '2025-08-01', asOf: '2025-11-16' })).toEqual([]);
  expect(find('stale', {}, { publishedOn: '2025-08-01', asOf: '2025-11-17' })[0]!.message).toContain(
    'due for review on 2025-11-01',
  );
  expect(
    find('stale', { review: { every: 'year' } }, { publishedOn: '2025-08-01', asOf: '2025-11-17' }),
  ).toEqual([]);
  expect(find('stale', {}, { publishedOn: null })).toEqual([]);
});

test('too broad is more than 40% of the market in A and B, with the numbers', () => {
  expect(find('too-broad', {}, { reach: { market: 1000, tiersAB: 400 } })).toEqual([]);
  expect(find('too-broad', {}, { reach: { market: 1000, tiersAB: 401 } })[0]!.message).toContain(
    '401 of 1000 accounts',
  );
  expect(find('too-broad', {}, { reach: null })).toEqual([]);
});

test('too narrow is fewer A and B accounts than the team can work in a year', () => {
  expect(find('too-narrow', {}, { reach: { market: 1000, tiersAB: 199 } })).toHaveLength(1);
  expect(find('too-narrow', {}, { reach: { market: 1000, tiersAB: 200 } })).toEqual([]);
  expect(
    find('too-narrow', {}, { reach: { market: 1000, tiersAB: 200 }, capacity: 500 })[0]!.message,
  ).toContain('500');
});

test('a tier that no account can reach is named', () => {
  expect(find('tier-out-of-reach', { tiers: { A: 13, B: 6, C: 3 } })[0]!.message).toContain(
    'no account can earn more than 12',
  );
});

test('a hot that no signal can reach is named', () => {
  const timing = [{ ...good.timing[0]!, points: 1 }];
  expect(find('tier-out-of-reach', { timing })[0]).toMatchObject({ path: 'timing_tiers.hot' });
  expect(find('tier-out-of-reach', { timing: [...timing, ...timing] })).toEqual([]);
});

test('lines that only describe people are a persona, unless the profile is of people', () => {
  const fit = [
    line({ op: 'any', field: 'job_title', values: ['CFO'] }),
    line(
      { op: 'window', field: 'hobby_hours', low: 1, high: null, currency: null },
      { layer: 'psychographic' },
    ),
  ];
  expect(find('persona', { fit })[0]!.severity).toBe('error');
  expect(find('persona', { fit, kind: 'person' })).toEqual([]);
  expect(find('persona', { fit: [...fit, good.fit[0]!] })).toEqual([]);
});

test('sales and product have to sign', () => {
  expect(find('not-signed', {}, { signedBy: [] })[0]!.message).toBe('Not signed off by sales and product.');
  expect(find('not-signed', {}, { signedBy: ['Sales', 'marketing'] })[0]!.message).toBe(
    'Not signed off by product.',
  );
});

test('filler is placeholders, slogans and the same words to two figures', () => {
  const committee = good.committee.map((figure, at) => ({
    ...figure,
    angle: at < 2 ? 'Saves you hours' : 'TBD',
  }));
  expect(find('filler', { committee }).map(({ path }) => path)).toEqual([
    'committee[2].angle',
    'committee[1].angle',
  ]);
  expect(find('filler', { edge: 'A best-in-class platform' })[0]!.path).toBe('edge');
  expect(find('filler', { challenges: ['por definir', 'lorem ipsum dolor'] })).toHaveLength(2);
});

test('values and windows that occur nowhere look copied from another company', () => {
  expect(
    find('copied', { fit: [line({ op: 'any', field: 'industry', values: ['saas', 'fintech'] })] })[0]!
      .message,
  ).toBe('No account here has `industry` `saas` or `fintech`: was this page copied from another company?');
  expect(
    find('copied', {
      fit: [line({ op: 'window', field: 'practitioners', low: 500, high: null, currency: null })],
    }),
  ).toHaveLength(1);
  expect(
    find('copied', { fit: [line({ op: 'any', field: 'industry', values: ['PRIVATE clinic', 'saas'] })] }),
  ).toEqual([]);
});

test('values are not called absent when the catalog lists only the commonest', () => {
  const partial = fields.map((one) => (one.name === 'industry' ? { ...one, distinct: 900 } : one));
  expect(
    find('copied', { fit: [line({ op: 'any', field: 'industry', values: ['saas'] })] }, { fields: partial }),
  ).toEqual([]);
});

test('a third profile is noted and five at once are warned about', () => {
  expect(find('many-profiles', {}, { profiles: 2 })).toEqual([]);
  expect(find('many-profiles', {}, { profiles: 3 })[0]!.severity).toBe('note');
  expect(find('many-profiles', {}, { profiles: 5 })[0]!.severity).toBe('warning');
});

test('evidence that no discovery kept here found for its condition is named, typed in or left on a changed line', () => {
  const typed = { ...measured, best: { n: 8, of: 8 }, verdict: 'confirmed' } as const;
  const [first, second] = good.fit;
  const changed: Condition = { op: 'any', field: 'industry', values: ['Aesthetic franchise'] };
  const page = {
    ...good,
    fit: [{ ...first!, evidence: typed }, { ...second!, condition: changed }, ...good.fit.slice(2)],
  };
  const unfounded = (found: LintContext['found']) =>
    lintProfile(page, { ...context, found })
      .filter(({ rule }) => rule === 'unfounded-evidence')
      .map(({ path }) => path);
  expect(unfounded(context.found)).toEqual(['fit.firmographic[0]', 'fit.firmographic[1]']);
  expect(unfounded(null)).toEqual([]);
  expect(unfounded([])).toHaveLength(good.fit.length + good.timing.length);
});
