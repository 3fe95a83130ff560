import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Condition } from '../../base/expr/index.ts';
import { allLayers, fitLayers, layerOrder } from './layers.ts';
import { readProfile } from './read-profile.ts';
import type { Evidence, Profile } from './types.ts';
import { writeProfile } from './write-profile.ts';

const sample = readFileSync(
  new URL('../../../samples/profiles/private-clinics-spain.yaml', import.meta.url),
  'utf8',
);

const text = fc
  .oneof(
    fc.string({ minLength: 1, maxLength: 30 }),
    fc.string({ minLength: 1, maxLength: 30, unit: 'binary' }),
    fc.constantFrom(
      'no',
      'NULL',
      '~',
      '1e3',
      '0x1F',
      '12:30',
      '- a',
      'a: b',
      'a #b',
      '{a}',
      '[',
      '|',
      '2024-01-01',
      'x\n\ty',
      '\u2028\ufeff\u0085',
      'NO',
    ),
  )
  .filter((value) => value.trim() !== '');
const word = fc.stringMatching(/^[a-z][a-z_]{0,11}$/);
const count = fc.nat({ max: 100_000 });
const number = fc
  .double({ min: -1e9, max: 1e9, noNaN: true })
  .map((value) => (Object.is(value, -0) ? 0 : value));
const points = fc.integer({ min: -5, max: 5 });
const duration = fc.record({
  count: fc.integer({ min: 1, max: 99_999 }),
  unit: fc.constantFrom('days' as const, 'weeks' as const, 'months' as const, 'years' as const),
});
const pair = fc.tuple(number, number).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);
const open = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });

const signal = fc.record({
  op: fc.constant('signal' as const),
  signal: fc.record({
    kind: fc.constantFrom('hired', 'funding_round', 'location_opened', 'leadership_change'),
    about: open(text),
    within: open(duration),
    minStrength: open(fc.constantFrom(0, 0.25, 0.5, 1)),
  }),
});

const scalar = fc.oneof(text, number, fc.boolean());
const tool = fc
  .record({ technology: open(text), category: open(text), firstSeenWithin: open(duration) })
  .filter(({ technology, category }) => technology !== null || category !== null);
const single: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({
    op: fc.constant('any' as const),
    field: word,
    values: fc.uniqueArray(scalar, { minLength: 1, maxLength: 4 }),
  }),
  fc.record({
    op: fc.constant('none' as const),
    field: word,
    values: fc.uniqueArray(scalar, { minLength: 1, maxLength: 4 }),
  }),
  fc.tuple(word, pair, fc.constantFrom('both', 'low', 'high'), open(fc.constantFrom('EUR', 'USD'))).map(
    ([field, [low, high], kept, currency]): Condition => ({
      op: 'window',
      field,
      low: kept === 'high' ? null : low,
      high: kept === 'low' ? null : high,
      currency,
    }),
  ),
  fc.record({ op: fc.constant('age' as const), field: word, min: duration, max: fc.constant(null) }),
  fc.record({
    op: fc.constant('growth' as const),
    field: word,
    min: fc.constantFrom(0.1, 0.25, 2),
    over: duration,
  }),
  fc.record({ op: fc.constantFrom('uses' as const, 'lacks' as const), tool }),
  signal,
);
const condition: fc.Arbitrary<Condition> = fc.oneof(
  single,
  fc.record({
    op: fc.constant('all' as const),
    conditions: fc.array(single, { minLength: 1, maxLength: 4 }),
  }),
);

const seen = fc.tuple(count, count).map(([a, b]) => ({ n: Math.min(a, b), of: Math.max(a, b) }));
const evidence: fc.Arbitrary<Evidence> = fc.record({
  snapshot: text,
  best: seen,
  rest: seen,
  unknown: count,
  lift: number.map(Math.abs),
  interval: fc
    .tuple(number, number)
    .map(([a, b]) => [Math.min(Math.abs(a), Math.abs(b)), Math.max(Math.abs(a), Math.abs(b))] as const),
  pAdjusted: fc.double({ min: 0, max: 1, noNaN: true }).map(Math.abs),
  verdict: fc.constantFrom(
    'supported' as const,
    'suggestive' as const,
    'none' as const,
    'confirmed' as const,
  ),
  needMore: open(count),
});

const byLayer = <T extends { readonly layer: (typeof allLayers)[number] }>(lines: readonly T[]) =>
  [...lines].sort((left, right) => layerOrder(left.layer) - layerOrder(right.layer));
const conditionText = (line: { readonly layer: string; readonly condition: Condition }) =>
  `${line.layer} ${JSON.stringify(line.condition)}`;

const profile: fc.Arbitrary<Profile> = fc.record({
  name: text,
  kind: fc.constantFrom('company' as const, 'person' as const),
  status: fc.constantFrom('hypothesis' as const, 'supported' as const),
  market: fc.array(condition, { maxLength: 3 }),
  fit: fc
    .uniqueArray(
      fc.record({
        layer: fc.constantFrom(...fitLayers),
        condition,
        points,
        evidence: open(evidence),
        note: open(text),
      }),
      { maxLength: 6, selector: conditionText },
    )
    .map(byLayer),
  timing: fc.array(fc.record({ condition: signal, points, halfLife: duration, evidence: open(evidence) }), {
    maxLength: 3,
  }),
  anti: fc.array(fc.record({ condition, because: text }), { maxLength: 3 }),
  evidenceOnly: fc
    .array(fc.record({ layer: fc.constantFrom(...allLayers), condition, evidence, why: text }), {
      maxLength: 3,
    })
    .map(byLayer),
  committee: fc.array(
    fc.record({
      role: text,
      titles: fc.array(text, { maxLength: 3 }),
      caresAbout: open(text),
      angle: open(text),
      channel: open(text),
    }),
    { maxLength: 4 },
  ),
  challenges: fc.array(text, { maxLength: 3 }),
  budget: open(
    fc.record({
      min: open(count),
      max: fc.constant(null),
      currency: open(text),
      per: fc.constantFrom('year' as const, 'month' as const, 'once' as const),
    }),
  ),
  marketSize: open(
    fc.record({
      accounts: count,
      times: count,
      value: count,
      interval: open(fc.constant([1, 2.5] as const)),
      currency: open(text),
      source: text,
    }),
  ),
  edge: open(text),
  tiers: fc.uniqueArray(fc.integer({ min: -20, max: 40 }), { minLength: 3, maxLength: 3 }).map((limits) => {
    const [C, B, A] = limits.sort((left, right) => left - right) as [number, number, number];
    return { A, B, C };
  }),
  timingTiers: fc.constantFrom({ hot: 2, warm: 0.5 }, { hot: 4, warm: 1 }),
  queueBy: fc.constantFrom(['tier', 'timing'] as const, ['timing', 'tier'] as const),
  review: fc.record({
    every: fc.constantFrom('month' as const, 'quarter' as const, 'half-year' as const, 'year' as const),
  }),
  questions: fc.array(text, { maxLength: 3 }),
});

test('a written profile reads back as the same profile, evidence included', () => {
  fc.assert(
    fc.property(profile, (page) => {
      expect(readProfile(writeProfile(page))).toEqual(page);
    }),
    { numRuns: 400 },
  );
});

test('writing what was read gives the same text again', () => {
  fc.assert(
    fc.property(profile, (page) => {
      const written = writeProfile(page);
      expect(writeProfile(readProfile(written))).toBe(written);
    }),
    { numRuns: 200 },
  );
});

test('the worked example is written in its own form', () => {
  expect(writeProfile(readProfile(sample))).toBe(sample);
});

test('JSON of a profile document reads like its YAML', () => {
  const json = `{
  "profile": "Clinics",
  "fit": { "firmographic": [{ "field": "industry", "any": ["clinic"], "points": 3 }] },
  "tiers": { "A": 3, "B": 2, "C": 1 }
}`;
  const yaml =
    'profile: Clinics\nfit: { firmographic: [{ field: industry, any: [clinic], points: 3 }] }\ntiers: { A: 3, B: 2, C: 1 }';
  expect(readProfile(json)).toEqual(readProfile(yaml));
});

test('lines of interleaved layers are written layer by layer', () => {
  const { fit, ...rest } = readProfile(sample);
  const mixed = { ...rest, fit: [...fit].reverse() };
  expect(readProfile(writeProfile(mixed)).fit.map(({ layer }) => layer)).toEqual(
    fit.map(({ layer }) => layer),
  );
});

test('each condition stands on one line and its evidence on the next', () => {
  const [line, ...others] = readProfile(sample).fit;
  const measured: Evidence = {
    snapshot: '9f3c2a',
    best: { n: 7, of: 8 },
    rest: { n: 4, of: 17 },
    unknown: 1,
    lift: 2.1,
    interval: [1.2, 3.1],
    pAdjusted: 0.012,
    verdict: 'supported',
    needMore: null,
  };
  const written = writeProfile({
    ...readProfile(sample),
    fit: [{ ...line!, evidence: measured }, ...others],
  });
  expect(written).toContain(`    - { field: industry, any: [private clinic], points: 3,
        evidence: { best: 7 of 8, rest: 4 of 17, unknown: 1, lift: 2.1, interval: [1.2, 3.1], p: 0.012, verdict: supported, snapshot: "9f3c2a" } }
`);
});
