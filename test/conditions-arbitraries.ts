import fc from 'fast-check';
import {
  type Band,
  type Condition,
  type Duration,
  type ExprRecord,
  type ResolveContext,
  type Scalar,
  signalKinds,
  type Value,
} from '../src/base/expr/index.ts';
import type { FieldShape } from '../src/base/sql/index.ts';

/** The day every question is asked: its day of the month does not exist in February. */
export const AS_OF = '2024-08-31';

const plain = { banded: false, mixedCurrency: false, unit: null };

/** One field of every shape; conditions also name `gone`, which no table has. */
export const SHAPES: Readonly<Record<string, FieldShape>> = {
  industry: { ...plain, kind: 'category' },
  notes: { ...plain, kind: 'text' },
  score: { ...plain, kind: 'number' },
  employees: { ...plain, kind: 'number', banded: true },
  ticket: { ...plain, kind: 'money', unit: 'EUR' },
  revenue: { ...plain, kind: 'money', banded: true, mixedCurrency: true },
  founded: { ...plain, kind: 'year' },
  renewed: { ...plain, kind: 'date' },
  is_chain: { ...plain, kind: 'boolean' },
  tags: { ...plain, kind: 'set' },
};

const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: null, freq: 4 });

const days = [
  '0001-01-01',
  '1969-12-31',
  '2022-08-30',
  '2022-08-31',
  '2023-08-31',
  '2024-02-28',
  '2024-02-29',
  '2024-03-01',
  '2024-07-31',
  '2024-08-01',
  '2024-08-24',
  '2024-08-30',
  AS_OF,
  '2024-09-01',
  '9999-12-31',
];
const texts = [
  'ES',
  'es',
  ' Es ',
  'dental clinic',
  'Dental-Clinic',
  'DENTAL_CLINIC',
  "O'Brien",
  '"quoted"',
  'back\\slash',
  '%',
  '_',
  '$1',
  '?',
  'NULL',
  'true',
  '5',
  'é',
  'e\u0301',
  'ß',
  'SS',
  'İ',
  'ﬁ',
  '😀',
  '👩‍👩‍👧',
  '日本',
  'tab\there',
  'line\nbreak',
  '--',
  ';',
  '{a,b}',
  '[x]',
  '\u00a0',
  '2024-02-30',
  '0000-01-01',
  ...days,
];
const numbers = [
  -1, 0, 0.1, 0.2, 1, 3, 5, 15, 15.5, 20, 50, 100, 110, 120, 121, 2014, 2022, 2024, 1e9, 5e-324, 1e308,
];

/** Exact growths of 10, 20 and 100 per cent. */
const observed = [-1, 0, 100, 110, 120, 200, 35, 42];
/** PostgreSQL refuses a division whose result leaves the range of a double. */
const isModerate = (value: number) => value === 0 || (Math.abs(value) > 1e-100 && Math.abs(value) < 1e100);

const day = fc.constantFrom(...days);
const text = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...texts) },
  {
    weight: 1,
    arbitrary: fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 6 })
      .filter((t) => !t.includes('\0') && t.trim() !== ''),
  },
);
const number = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(1, 3, 5, 15, 20) },
  { weight: 2, arbitrary: fc.constantFrom(...numbers) },
  { weight: 1, arbitrary: fc.integer({ min: -5, max: 200 }) },
);
const year = fc.integer({ min: 2010, max: 2026 });
const band: fc.Arbitrary<Band> = fc
  .tuple(number, number, fc.constantFrom('both', 'low', 'high', 'point'))
  .map(([a, b, known]) => ({
    low: known === 'high' ? Number.NEGATIVE_INFINITY : Math.min(a, b),
    high: known === 'low' ? Number.POSITIVE_INFINITY : known === 'point' ? Math.min(a, b) : Math.max(a, b),
  }));
const currency = fc.constantFrom('EUR', 'USD', 'eur');
const category = fc.constantFrom('CRM', 'crm', 'Clinic-Management', 'clinic management', 'ERP');
const tool = fc.constantFrom('HubSpot', 'hubspot', "Bob's ERP", 'SAP', '日本');
const kind = fc.constantFrom(...signalKinds.slice(0, 3));
const about = fc.constantFrom('Administration', 'administration ', 'Sales', '😀');
const scope = fc.oneof(category, tool, kind, fc.constantFrom('Hired', 'other'));

const values: fc.Arbitrary<Readonly<Record<string, Value>>> = fc.record({
  industry: maybe(text),
  notes: maybe(text),
  score: maybe(number),
  employees: maybe(fc.oneof(number, band)),
  ticket: maybe(number),
  revenue: maybe(fc.oneof(number, band)),
  founded: maybe(year),
  renewed: maybe(day),
  is_chain: maybe(fc.boolean()),
  tags: maybe(fc.uniqueArray(text, { maxLength: 3 })),
});

/** One account with everything that conditions can ask about. */
export const record: fc.Arbitrary<ExprRecord> = fc.record({
  values,
  currencies: maybe(currency).map((revenue) => ({ ...noCurrencies, revenue })),
  technologies: fc.array(
    fc.record({ technology: maybe(tool), category: maybe(category), firstSeen: maybe(day) }),
    { maxLength: 3 },
  ),
  signals: fc.array(fc.record({ kind, about: maybe(about), observedOn: day, strength: maybe(number) }), {
    maxLength: 4,
  }),
  coverage: fc.array(fc.record({ scope, checkedOn: maybe(day) }), { maxLength: 3 }),
  observations: fc.array(
    fc.record({
      field: fc.constantFrom('employees', 'score'),
      value: fc.oneof(
        { weight: 2, arbitrary: fc.constantFrom(...observed) },
        { weight: 1, arbitrary: number.filter(isModerate) },
      ),
      observedOn: day,
    }),
    { maxLength: 5 },
  ),
});

const noCurrencies = {
  ...Object.fromEntries(Object.keys(SHAPES).map((field) => [field, null])),
  ticket: 'EUR',
};

const duration: fc.Arbitrary<Duration> = fc.oneof(
  fc.constantFrom<Duration[]>(
    { count: 6, unit: 'months' },
    { count: 1, unit: 'years' },
    { count: 2, unit: 'years' },
    { count: 1, unit: 'weeks' },
    { count: 1, unit: 'days' },
    { count: 9999, unit: 'years' },
  ),
  fc.record({
    count: fc.integer({ min: 1, max: 400 }),
    unit: fc.constantFrom('days', 'weeks', 'months', 'years'),
  }),
);
const field = fc.constantFrom(...Object.keys(SHAPES), 'gone');
const scalar: fc.Arbitrary<Scalar> = fc.oneof(text, text, number, number, year, fc.boolean(), day);
const toolMatch = fc
  .record({
    technology: maybe(fc.oneof(tool, text)),
    category: maybe(category),
    firstSeenWithin: fc.option(duration, { nil: null }),
  })
  .filter(({ technology, category }) => technology !== null || category !== null);
const numeric = fc.constantFrom('employees', 'revenue', 'score', 'ticket', 'founded');
const window = fc
  .tuple(
    fc.oneof(numeric, field),
    number,
    number,
    fc.constantFrom('both', 'low', 'high', 'none'),
    fc.option(fc.constantFrom('EUR', 'USD'), { nil: null }),
  )
  .map(
    ([field, a, b, ends, currency]): Condition => ({
      op: 'window',
      field,
      low: ends === 'high' || ends === 'none' ? null : Math.min(a, b),
      high: ends === 'low' || ends === 'none' ? null : Math.max(a, b),
      currency,
    }),
  );
const single: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({
    op: fc.constantFrom('any', 'none'),
    field,
    values: fc.array(scalar, { minLength: 1, maxLength: 4 }),
  }),
  window,
  fc.record({ op: fc.constant('age'), field, min: maybe(duration), max: maybe(duration) }),
  fc.record({
    op: fc.constant('growth'),
    field: fc.constantFrom('employees', 'score', 'gone'),
    min: fc.constantFrom(-0.5, 0, 0.1, 0.2, 1),
    over: duration,
  }),
  fc.record({ op: fc.constantFrom('uses', 'lacks'), tool: toolMatch }),
  fc.record({
    op: fc.constant('signal'),
    signal: fc.record({
      kind,
      about: fc.option(about, { nil: null }),
      within: fc.option(duration, { nil: null }),
      minStrength: fc.option(number, { nil: null }),
    }),
  }),
);

/** A condition of any operator, on a field of any shape, fitting or not. */
export const condition: fc.Arbitrary<Condition> = fc.oneof(
  { weight: 6, arbitrary: single },
  {
    weight: 1,
    arbitrary: fc.record({
      op: fc.constant('all'),
      conditions: fc.array(single, { minLength: 1, maxLength: 4 }),
    }),
  },
);

/** Scopes that were looked at for every account. */
export const everywhere = fc.subarray(['CRM', 'clinic management', 'SAP', 'hired', 'Job-Posted'], {
  maxLength: 2,
});

/** What resolving finds in these records. */
export function contextOf(
  records: readonly ExprRecord[],
  coveredEverywhere: readonly string[],
): ResolveContext {
  return {
    asOf: AS_OF,
    kindOf: (name) => SHAPES[name]?.kind ?? null,
    spellings: (name) =>
      isTextual(name) ? distinct(records.flatMap(({ values }) => values[name] ?? []).map(String)) : [],
    technologies: records.flatMap(({ technologies }) => technologies),
    abouts: (of) =>
      distinct(
        records.flatMap(({ signals }) => signals.flatMap((s) => (s.kind === of ? (s.about ?? []) : []))),
      ),
    scopes: distinct(records.flatMap(({ coverage }) => coverage.map(({ scope }) => scope))),
    coveredEverywhere: new Set(coveredEverywhere),
  };
}

function isTextual(name: string): boolean {
  return ['category', 'text', 'set'].includes(SHAPES[name]?.kind ?? '');
}

function distinct(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)];
}
