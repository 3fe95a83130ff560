import { expect, test } from 'vitest';
import { BestfitError } from '../../base/errors/index.ts';
import { readProfile } from './read-profile.ts';
import type { ProfileProblem } from './types.ts';

function problemsOf(text: string): readonly ProfileProblem[] {
  try {
    readProfile(text);
  } catch (error) {
    if (error instanceof BestfitError && error.code === 'profile.invalid')
      return (error as BestfitError<'profile.invalid'>).params.problems;
    throw error;
  }
  return [];
}

/** `line path`, and the message, of the only problem. */
function problem(text: string): { readonly at: string; readonly message: string } {
  const problems = problemsOf(text);
  expect(problems).toHaveLength(1);
  return { at: `${problems[0]!.line} ${problems[0]!.path}`, message: problems[0]!.message };
}

const fit = (...lines: readonly string[]) =>
  ['profile: Clinics', 'fit:', '  firmographic:', ...lines.map((line) => `    - ${line}`)].join('\n');

test('a page may say no more than its name', () => {
  const profile = readProfile('profile: Clinics\n');
  expect(profile).toMatchObject({
    name: 'Clinics',
    kind: 'company',
    status: 'hypothesis',
    fit: [],
    timingTiers: { hot: 2, warm: 0.5 },
    queueBy: ['tier', 'timing'],
    review: { every: 'quarter' },
  });
});

test('tiers that are not given follow from the attainable points', () => {
  const text = fit(
    '{ field: industry, any: [clinic], points: 3 }',
    '{ field: employees, min: 5, points: 5 }',
  );
  expect(readProfile(text).tiers).toEqual({ A: 6, B: 4, C: 2 });
});

test('every problem is listed at once, in the order of the lines', () => {
  const text = `profil: Clinics
fit:
  tecnographic: []
  firmographic:
    - { field: employees, between: [9, 3], points: 7 }
anti:
  - { field: employees, max: 1 }
tiers: { A: 1, B: 2, C: 3 }`;
  expect(problemsOf(text).map(({ line, path }) => `${line} ${path}`)).toEqual([
    '1 profil',
    '1 profile',
    '3 fit.tecnographic',
    '5 fit.firmographic[0].between',
    '5 fit.firmographic[0].points',
    '7 anti[0]',
    '8 tiers',
  ]);
});

test('the error names the number of problems and each line', () => {
  expect(() => readProfile('profile: 3\nkind: firm\n')).toThrow(
    /The profile has 2 problems:\n {2}line 1, profile: .*\n {2}line 2, kind: /,
  );
});

test('a misspelt key comes with the key that was meant', () => {
  expect(problem('profile: Clinics\ncomittee: []')).toEqual({
    at: '2 comittee',
    message: 'unknown key `comittee`; did you mean `committee`?',
  });
  expect(problem(fit('{ field: industry, any: [clinic], points: 3, nte: x }')).message).toContain(
    'did you mean `note`?',
  );
});

test('points outside -5..5, fractions and missing points are refused', () => {
  expect(problem(fit('{ field: industry, any: [clinic], points: 6 }'))).toEqual({
    at: '4 fit.firmographic[0].points',
    message: '`6` is outside -5..5',
  });
  expect(problem(fit('{ field: industry, any: [clinic], points: 1.5 }')).message).toContain('whole number');
  expect(problem(fit('{ field: industry, any: [clinic] }')).message).toContain(
    'expected a number, found nothing',
  );
});

test('tiers must fall', () => {
  expect(problem('profile: Clinics\ntiers: { A: 6, B: 6, C: 3 }').at).toBe('2 tiers');
  expect(problem('profile: Clinics\ntiming_tiers: { hot: 1, warm: 1 }').at).toBe('2 timing_tiers');
});

test('impossible ranges are refused wherever they stand', () => {
  expect(problem(fit('{ field: employees, between: [50, 20], points: 3 }')).at).toBe(
    '4 fit.firmographic[0].between',
  );
  expect(problem('profile: Clinics\nbudget: { min: 9, max: 3 }').message).toBe(
    'impossible range: 9 is above 3',
  );
  expect(
    problem(
      fit(
        '{ field: employees, min: 5, points: 3,\n        evidence: { best: 9 of 8, rest: 1 of 9, lift: 2, interval: [1, 3], p: 0.01, verdict: supported, snapshot: a } }',
      ),
    ),
  ).toEqual({ at: '5 fit.firmographic[0].evidence.best', message: 'impossible count: 9 of 8' });
});

test('a line that disqualifies needs its reason', () => {
  for (const line of ['{ field: employees, max: 1 }', '{ field: employees, max: 1, because: "" }']) {
    const { at, message } = problem(`profile: Clinics\nanti:\n  - ${line}`);
    expect(at).toBe('3 anti[0]');
    expect(message).toContain('add `because: ...`');
  }
});

test('five conditions under all are refused', () => {
  const part = '{ field: a, min: 1 }';
  const { at, message } = problem(fit(`{ all: [${Array(5).fill(part).join(', ')}], points: 1 }`));
  expect(at).toBe('4 fit.firmographic[0].all');
  expect(message).toContain('1 to 4');
});

test('the same condition twice in a layer would count twice and is refused', () => {
  const line = '{ field: industry, any: [clinic], points: 3 }';
  expect(problem(fit(line, line))).toEqual({
    at: '5 fit.firmographic[1]',
    message: 'stands twice and would count twice',
  });
});

test('timing takes signals only, with a half-life that is a length of time', () => {
  expect(problem('profile: C\ntiming:\n  - { field: a, min: 1, points: 2 }').at).toBe('3 timing[0]');
  expect(problem('profile: C\ntiming:\n  - { signal: { kind: hired }, points: 2, half_life: soon }').at).toBe(
    '3 timing[0].half_life',
  );
});

test('what is known only after the sale cannot score', () => {
  expect(problem('profile: C\nfit:\n  outcome:\n    - { field: nps, min: 9, points: 2 }').at).toBe(
    '3 fit.outcome',
  );
});

test('broken YAML is refused with its line', () => {
  expect(problem('profile: "Clinics\n').at).toMatch(/^\d+ the document$/);
  expect(problem('profile: a\nprofile: b\n').at).toBe('2 the document');
  expect(problem('- a list\n').message).toContain('found a list');
  expect(problem('').message).toContain('found nothing');
});

test('a document that unfolds endlessly is refused', () => {
  const rows = Array.from(
    { length: 12 },
    (_, at) =>
      `a${at}: &a${at} [${
        at === 0
          ? 'x'
          : Array(9)
              .fill(`*a${at - 1}`)
              .join(',')
      }]`,
  );
  expect(problemsOf(rows.join('\n')).length).toBeGreaterThan(0);
});

test('another format of the page is refused', () => {
  expect(problem('format: 2\nprofile: C').at).toBe('1 format');
});

test('evidence survives reading', () => {
  const text = fit(
    '{ field: employees, min: 5, points: 3, evidence: { best: 7 of 8, rest: 4 of 17, unknown: 1, lift: 2.1, interval: [1.2, 3.1], p: 0.012, verdict: supported, need_more: 4, snapshot: 9f3c } }',
  );
  expect(readProfile(text).fit[0]!.evidence).toEqual({
    snapshot: '9f3c',
    best: { n: 7, of: 8 },
    rest: { n: 4, of: 17 },
    unknown: 1,
    lift: 2.1,
    interval: [1.2, 3.1],
    pAdjusted: 0.012,
    verdict: 'supported',
    needMore: 4,
  });
});
