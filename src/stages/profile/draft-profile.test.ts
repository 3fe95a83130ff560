import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Condition } from '../../base/expr/index.ts';
import type { Field } from '../dataset/index.ts';
import type { Pattern } from '../discovery/index.ts';
import { draftProfile } from './draft-profile.ts';
import { readProfile } from './read-profile.ts';
import { readQuestion } from './read-question.ts';
import type { DraftInput, Profile } from './types.ts';
import { writeProfile } from './write-profile.ts';

function pattern(
  id: string,
  condition: Condition | readonly Condition[],
  more: Partial<Pattern> = {},
): Pattern {
  const conditions = 'op' in condition ? [condition] : condition;
  return {
    id,
    direction: 'for',
    layer: 'firmographic',
    field: id,
    label: id,
    conditions,
    best: { n: 7, of: 8 },
    rest: { n: 4, of: 17 },
    unknown: 0,
    measure: 'lift',
    lift: 2.1234,
    interval: [1.2345, 3.1],
    pField: 0.001,
    pAdjusted: 0.01234567,
    stability: 0.9,
    verdict: 'supported',
    needMore: null,
    declared: false,
    searchable: true,
    adds: null,
    parts: [],
    explainedBy: null,
    cohort: null,
    doubts: [],
    reach: null,
    ...more,
  };
}

function field(name: string, more: Partial<Field> = {}): Field {
  return {
    table: 'accounts',
    name,
    label: name,
    kind: 'number',
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

const between = (name: string, low: number, high: number): Condition => ({
  op: 'window',
  field: name,
  low,
  high,
  currency: null,
});
const is = (name: string, ...values: string[]): Condition => ({ op: 'any', field: name, values });
const uses = (category: string): Condition => ({
  op: 'uses',
  tool: { technology: null, category, firstSeenWithin: null },
});
const lacks = (category: string): Condition => ({
  op: 'lacks',
  tool: { technology: null, category, firstSeenWithin: null },
});
const hired: Condition = {
  op: 'signal',
  signal: { kind: 'hired', about: 'sales', within: { count: 6, unit: 'months' }, minStrength: null },
};

/** Drafts a page; each of its questions must be one that a face can say in other words. */
function draft(more: Partial<DraftInput>): Profile {
  const drafted = draftProfile({
    name: 'Draft',
    kind: 'company',
    snapshot: '9f3c2a',
    asOf: '2025-12-01',
    customers: { n: 25, best: 8 },
    patterns: [],
    questions: [],
    next: null,
    said: [],
    fields: [],
    scopes: [],
    people: [],
    contracts: null,
    aucLow: null,
    ...more,
  });
  const unread = drafted.questions.filter((text) => readQuestion(text, () => null) === null);
  expect(unread).toEqual([]);
  return drafted;
}

const points = (more: Partial<DraftInput>) => draft(more).fit.map((line) => line.points);

test('a size window earns 3, core industry 3, a tool used or lacked 2, any other supported trait 2', () => {
  expect(points({ patterns: [pattern('size', between('employees', 20, 120))] })).toEqual([3]);
  expect(points({ patterns: [pattern('industry', is('industry', 'clinic'))] })).toEqual([3]);
  expect(points({ patterns: [pattern('uses', uses('scheduling'))] })).toEqual([2]);
  expect(points({ patterns: [pattern('lacks', lacks('erp'))] })).toEqual([2]);
  expect(points({ patterns: [pattern('region', is('region', 'north'))] })).toEqual([2]);
  expect(points({ patterns: [pattern('founded', between('founded', 2010, 2020))] })).toEqual([2]);
});

test('a header that counts people or turnover is a size in any of its languages', () => {
  for (const label of ['Practitioners', 'Número de empleados', 'Dipendenti', 'Fatturato']) {
    expect(points({ patterns: [pattern('x', between('x', 1, 9))], fields: [field('x', { label })] })).toEqual(
      [3],
    );
  }
});

test('a suggestive trait earns 1 and says so; an against trait costs 2, a suggestive one 1', () => {
  const suggestive = draft({
    patterns: [pattern('region', is('region', 'north'), { verdict: 'suggestive', needMore: 18 })],
  });
  expect(suggestive.fit[0]).toMatchObject({ points: 1, evidence: { verdict: 'suggestive', needMore: 18 } });
  expect(points({ patterns: [pattern('a', is('region', 'x'), { direction: 'against' })] })).toEqual([-2]);
  expect(
    points({ patterns: [pattern('a', is('region', 'x'), { direction: 'against', verdict: 'suggestive' })] }),
  ).toEqual([-1]);
});

test('a pattern without evidence is not drafted', () => {
  expect(points({ patterns: [pattern('region', is('region', 'north'), { verdict: 'none' })] })).toEqual([]);
});

test('a supported signal becomes a timing line of 3 points that halves every 60 days', () => {
  const { fit, timing } = draft({ patterns: [pattern('hired', hired, { layer: 'behavioural' })] });
  expect(fit).toEqual([]);
  expect(timing).toMatchObject([{ condition: hired, points: 3, halfLife: { count: 60, unit: 'days' } }]);
});

test('one line per field: the better verdict, then the smaller p; the other is asked about', () => {
  const profile = draft({
    patterns: [
      pattern('b', between('employees', 10, 50), { pAdjusted: 0.04 }),
      pattern('a', between('employees', 20, 120), { pAdjusted: 0.01 }),
      pattern('c', between('employees', 1, 9), { verdict: 'suggestive', pAdjusted: 0.001 }),
    ],
  });
  expect(profile.fit.map(({ condition }) => condition)).toEqual([between('employees', 20, 120)]);
  expect(profile.questions.filter((text) => text.startsWith('Is this worth a line'))).toHaveLength(2);
});

test('a second industry over other values is adjacent and earns 1', () => {
  const profile = draft({
    patterns: [
      pattern('core', is('industry', 'clinic'), { pAdjusted: 0.001 }),
      pattern('near', is('industry', 'dentist'), { pAdjusted: 0.02 }),
      pattern('overlap', is('industry', 'clinic', 'vet'), { pAdjusted: 0.03 }),
    ],
  });
  expect(profile.fit.map((line) => [line.condition, line.points])).toEqual([
    [is('industry', 'clinic'), 3],
    [is('industry', 'dentist'), 1],
  ]);
});

const together = (zOutside: number, more: Partial<Pattern> = {}): readonly Pattern[] => {
  const parts = [between('employees', 20, 120), uses('scheduling')];
  const [size, tool] = [pattern('size', parts[0]!), pattern('tool', parts[1]!)];
  const named = [size, tool].map(({ id, label }) => ({ id, field: id, label, zOutside }));
  return [size, tool, pattern('both', parts, { parts: named, ...more })];
};

test('a combination that adds to its parts is a line beside theirs, with a point of its own', () => {
  const { fit } = draft({ patterns: together(3) });
  expect(fit.map(({ condition, points }) => [condition.op, points])).toEqual([
    ['window', 3],
    ['uses', 2],
    ['all', 1],
  ]);
});

test('parts that say nothing without each other are one line, and are asked about', () => {
  const { fit, questions } = draft({ patterns: together(0.4) });
  expect(fit.map(({ condition, points }) => [condition.op, points])).toEqual([['all', 3]]);
  expect(questions.filter((text) => text.includes('only together'))).toHaveLength(2);
});

test('a combination that only describes the best is no line', () => {
  const { fit } = draft({ patterns: together(0.4, { verdict: 'none' }) });
  expect(fit.map(({ condition }) => condition.op)).toEqual(['window', 'uses']);
});

test('a pattern that another explains earns nothing and is asked about', () => {
  const profile = draft({
    patterns: [
      pattern('size', between('employees', 20, 120)),
      pattern('floors', between('floors', 2, 9), { explainedBy: 'size' }),
    ],
  });
  expect(profile.fit).toHaveLength(1);
  expect(profile.questions).toContain(
    'Does this matter by itself: floors 2-9? The data explains it by employees 20-120, so that it earns no points.',
  );
});

const doubt = (by: string | null, more: Partial<Pattern['doubts'][number]> = {}) => ({
  kind: 'not-told-apart' as const,
  by,
  z: 3,
  zGiven: 1.2,
  otherZGiven: 3,
  p: 0.2,
  ...more,
});

test('a pattern that only shows when customers started earns nothing and is asked about', () => {
  const profile = draft({
    patterns: [
      pattern('size', between('employees', 20, 120)),
      pattern('channel', is('channel', 'web'), {
        cohort: 'explained',
        doubts: [doubt(null, { kind: 'explained', zGiven: 0.2 })],
      }),
    ],
  });
  expect(profile.fit.map(({ condition }) => condition)).toEqual([between('employees', 20, 120)]);
  expect(profile.questions).toContain(
    'Does this matter by itself: channel is web? Among those who started in the same quarter it makes no difference that chance would not, so that it earns no points.',
  );
});

test('a line that data cannot tell from another keeps its points, says so and is asked about once', () => {
  const profile = draft({
    patterns: [
      pattern('size', between('employees', 20, 120), { doubts: [doubt('floors')] }),
      pattern('floors', between('floors', 2, 9), { doubts: [doubt('size')] }),
    ],
  });
  expect(profile.fit.map(({ note }) => note)).toEqual([
    'may only be the trace of floors 2-9',
    'may only be the trace of employees 20-120',
  ]);
  expect(profile.questions.filter((text) => text.includes('cannot tell whether'))).toEqual([
    'Does this matter by itself: employees 20-120? Beside floors 2-9 the data cannot tell whether it adds anything.',
  ]);
});

test('a line that may only show when they started says so and is asked about', () => {
  const profile = draft({
    patterns: [
      pattern('size', between('employees', 20, 120), { cohort: 'not-told-apart', doubts: [doubt(null)] }),
    ],
  });
  expect(profile.fit[0]!.note).toBe('may only be the trace of when they started');
  expect(profile.questions).toContain(
    'Is this more than a matter of when they started: employees 20-120? Within a quarter the difference is too small to be sure.',
  );
});

test('a trait that prospects cannot be searched by stays as evidence with its reason', () => {
  const profile = draft({
    patterns: [pattern('floors', between('floors', 2, 9), { searchable: false })],
    fields: [field('floors', { label: 'Floors', prospects: { known: 3, of: 120 } })],
  });
  expect(profile.fit).toEqual([]);
  expect(profile.evidenceOnly[0]!.why).toBe(
    'Floors is known for 3 of 120 prospects (2%); a search needs at least 20%',
  );
});

test('a field known only after the sale never earns points', () => {
  const profile = draft({
    patterns: [pattern('tickets', between('tickets', 0, 3))],
    fields: [field('tickets', { label: 'Tickets', known: 'after' })],
  });
  expect(profile.evidenceOnly[0]!.why).toBe('Tickets is known only after the sale');
});

test('against patterns are never drafted as anti lines; they are asked about', () => {
  const profile = draft({
    patterns: [pattern('tiny', between('employees', 1, 4), { direction: 'against' })],
  });
  expect(profile.anti).toEqual([]);
  expect(profile.questions[0]).toMatch(/^Would you refuse an account outright for this: employees 1-4\?/);
});

test('evidence is carried with two decimals of lift and four of p', () => {
  expect(draft({ patterns: [pattern('size', between('employees', 20, 120))] }).fit[0]!.evidence).toEqual({
    snapshot: '9f3c2a',
    best: { n: 7, of: 8 },
    rest: { n: 4, of: 17 },
    unknown: 0,
    lift: 2.12,
    interval: [1.23, 3.1],
    pAdjusted: 0.0123,
    verdict: 'supported',
    needMore: null,
  });
});

test('a market line needs nearly every customer to agree', () => {
  const market = (counts: readonly number[], of = 25) => {
    const values = counts.map((count, at) => ({ value: ['ES', 'PT', 'FR'][at]!, count }));
    const known = counts.reduce((sum, count) => sum + count, 0);
    return draft({ scopes: [{ field: 'country', values, known, of }] }).market;
  };
  expect(market([24, 1])).toEqual([is('country', 'ES')]);
  expect(market([15, 9, 1])).toEqual([is('country', 'ES', 'PT')]);
  expect(market([23, 1, 1])).toEqual([]);
  expect(market([10, 8, 7])).toEqual([]);
  expect(market([9], 9)).toEqual([]);
  expect(market([15], 25)).toEqual([]);
});

test('a market line is not drawn over a field that prospects lack', () => {
  const scopes = [{ field: 'country', values: [{ value: 'ES', count: 25 }], known: 25, of: 25 }];
  expect(draft({ scopes, fields: [field('country', { prospects: { known: 1, of: 100 } })] }).market).toEqual(
    [],
  );
});

test('the committee lists roles by accounts with their titles, and leaves motives open', () => {
  const { committee, questions } = draft({
    people: [
      { role: 'User', title: 'Receptionist', accounts: 3 },
      { role: 'economic buyer', title: 'Manager', accounts: 5 },
      { role: 'user', title: 'Front desk', accounts: 4 },
      { role: null, title: 'Accountant', accounts: 6 },
      { role: null, title: 'MANAGER', accounts: 2 },
    ],
  });
  expect(committee).toEqual([
    { role: 'User', titles: ['Front desk', 'Receptionist'], caresAbout: null, angle: null, channel: null },
    { role: 'economic buyer', titles: ['Manager'], caresAbout: null, angle: null, channel: null },
  ]);
  expect(questions).toContain('Who of these decides, who uses it and who can block it: Accountant?');
});

test('the budget is the middle half of what the best pay', () => {
  const contracts = (values: readonly number[]) =>
    draft({ contracts: { values, currency: 'EUR', per: 'year' } }).budget;
  expect(contracts([4800, 7200, 9000, 9600, 12_000, 12_500, 15_000, 22_000])).toEqual({
    min: 8500,
    max: 14_000,
    currency: 'EUR',
    per: 'year',
  });
  expect(contracts([1000, 2000, 3000])).toBeNull();
});

test('a page is supported only with two supported fit lines and a validated ranking', () => {
  const two = [pattern('size', between('employees', 20, 120)), pattern('uses', uses('scheduling'))];
  expect(draft({ patterns: two, aucLow: 0.58 }).status).toBe('supported');
  expect(draft({ patterns: two, aucLow: 0.5 }).status).toBe('hypothesis');
  expect(draft({ patterns: two, aucLow: null }).status).toBe('hypothesis');
  expect(draft({ patterns: two.slice(0, 1), aucLow: 0.9 }).status).toBe('hypothesis');
});

test('without any pattern the page is an empty hypothesis with its questions', () => {
  const doubt = pattern('region', is('region', 'north'), { verdict: 'none', needMore: 44 });
  const profile = draft({ questions: [doubt] });
  expect(profile).toMatchObject({
    status: 'hypothesis',
    fit: [],
    timing: [],
    anti: [],
    challenges: [],
    edge: null,
  });
  expect(profile.questions[0]).toMatch(
    /^As of 2025-12-01 nothing that the best 8 of 25 customers share stands out/,
  );
  expect(profile.questions[1]).toBe(
    'Do you see it too: region is north? Seen in 7 of 8 best and 4 of 17 others, which chance alone could do. About 44 more customers would settle it.',
  );
});

test('a drafted page is a document that reads back as itself', () => {
  const condition = fc.constantFrom(
    between('employees', 20, 120),
    is('industry', 'clinic'),
    is('industry', 'dentist'),
    uses('scheduling'),
    lacks('erp'),
    hired,
    is('region', 'north'),
  );
  const some = fc.array(
    fc.record({
      condition,
      verdict: fc.constantFrom('supported' as const, 'suggestive' as const, 'none' as const),
      direction: fc.constantFrom('for' as const, 'against' as const),
      layer: fc.constantFrom('firmographic' as const, 'technographic' as const, 'outcome' as const),
      searchable: fc.constantFrom(true, false, null),
      pAdjusted: fc.double({ min: 0, max: 1, noNaN: true }),
    }),
    { maxLength: 8 },
  );
  fc.assert(
    fc.property(some, (items) => {
      const patterns = items.map(({ condition: only, ...more }, at) => pattern(`p${at}`, only, more));
      const profile = draft({ patterns });
      expect(readProfile(writeProfile(profile))).toEqual(profile);
    }),
    { numRuns: 150 },
  );
});
