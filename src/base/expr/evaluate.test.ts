import { describe, expect, it } from 'vitest';
import { evaluate } from './evaluate.ts';
import { newestSignal } from './evaluate-signal.ts';
import type { ExprRecord, ResolvedCondition, Value } from './types.ts';

const EMPTY: ExprRecord = {
  values: {},
  currencies: {},
  technologies: [],
  signals: [],
  coverage: [],
  observations: [],
};
const INF = Number.POSITIVE_INFINITY;
const holding = (f: Value): ExprRecord => ({ ...EMPTY, values: { f } });

describe('membership', () => {
  const is = (value: Value, negated = false) =>
    evaluate({ op: 'member', field: 'f', values: ['ES', 5, true], negated }, holding(value));

  it('is exact equality of type and value', () => {
    expect([is('ES'), is('es'), is(5), is('5'), is(true), is(false)]).toEqual([
      true,
      false,
      true,
      false,
      true,
      false,
    ]);
  });

  it('is unknown for an unknown value, negated or not', () => {
    expect([is(null), is(null, true)]).toEqual([null, null]);
    expect(evaluate({ op: 'member', field: 'toString', values: ['x'], negated: true }, EMPTY)).toBeNull();
  });

  it('holds for a set that shares an element; an empty set is known to share none', () => {
    expect([is(['IT', 'ES']), is(['IT']), is([]), is([], true)]).toEqual([true, false, false, true]);
  });

  it('of a band is no outside, yes at its only point, else unknown', () => {
    expect([is({ low: 6, high: INF }), is({ low: 5, high: 5 }), is({ low: 1, high: 9 })]).toEqual([
      false,
      true,
      null,
    ]);
    expect(is({ low: 6, high: 7 }, true)).toBe(true);
  });
});

describe('a window', () => {
  const within = (value: Value, low = 20, high = 120) =>
    evaluate({ op: 'window', field: 'f', low, high, currency: null }, holding(value));

  it('includes both ends', () => {
    expect([within(20), within(120), within(19.999), within(120.001)]).toEqual([true, true, false, false]);
  });

  it('is yes for a band wholly inside, no wholly outside, else unknown', () => {
    expect(within({ low: 20, high: 120 })).toBe(true);
    expect(within({ low: 121, high: INF })).toBe(false);
    expect(within({ low: -INF, high: 19 })).toBe(false);
    expect(within({ low: 100, high: 121 })).toBeNull();
    expect(within({ low: -INF, high: INF })).toBeNull();
  });

  it('with an open end holds an open band', () => {
    expect(within({ low: 10_000, high: INF }, 500, INF)).toBe(true);
    expect(within({ low: 10_000, high: INF }, 500, 1e9)).toBeNull();
  });

  it('is unknown for what is no number', () => {
    expect([within(null), within('50'), within(true), within(['50'])]).toEqual([null, null, null, null]);
  });

  it('with a currency is unknown in another or an unknown currency', () => {
    const inEur: ResolvedCondition = { op: 'window', field: 'f', low: 1, high: 9, currency: 'EUR' };
    const paid = (currencies: ExprRecord['currencies']) => evaluate(inEur, { ...holding(5), currencies });
    expect([paid({ f: 'EUR' }), paid({ f: 'USD' }), paid({ f: null }), paid({})]).toEqual([
      true,
      null,
      null,
      null,
    ]);
  });
});

describe('dates', () => {
  const dated = (value: Value) =>
    evaluate({ op: 'dates', field: 'f', from: '2024-02-29', to: '2024-08-31' }, holding(value));

  it('include the first and the last day', () => {
    expect(['2024-02-29', '2024-08-31', '2024-02-28', '2024-09-01'].map(dated)).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  it('are unknown for what is no day', () => {
    expect([dated(null), dated('spring 2024'), dated('2024-02-30'), dated(2024)]).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });
});

describe('growth', () => {
  const growth = (...observed: (readonly [number, string])[]) =>
    evaluate(
      { op: 'growth', field: 'f', min: 0.2, now: '2024-08-31', before: '2024-02-29' },
      { ...EMPTY, observations: observed.map(([value, observedOn]) => ({ field: 'f', value, observedOn })) },
    );

  it('compares the newest observation by now with the newest by then', () => {
    expect(growth([50, '2023-01-01'], [100, '2024-02-29'], [110, '2024-05-01'], [120, '2024-08-31'])).toBe(
      true,
    );
    expect(growth([100, '2024-02-29'], [119, '2024-08-31'])).toBe(false);
  });

  it('of exactly the minimum counts, whatever binary rounding does', () => {
    for (const base of [7, 35, 100, 105])
      expect(growth([base, '2024-01-01'], [base * 1.2, '2024-08-01'])).toBe(true);
  });

  it('does not know observations after the day asked', () => {
    expect(growth([100, '2024-01-01'], [110, '2024-08-31'], [900, '2024-09-01'])).toBe(false);
  });

  it('is unknown without two different observations or from zero', () => {
    expect(growth()).toBeNull();
    expect(growth([100, '2024-01-01'])).toBeNull();
    expect(growth([100, '2024-03-01'], [200, '2024-08-01'])).toBeNull();
    expect(growth([0, '2024-01-01'], [200, '2024-08-01'])).toBeNull();
  });

  it('takes the smaller of two values observed on one day', () => {
    expect(growth([100, '2024-01-01'], [150, '2024-08-01'], [110, '2024-08-01'])).toBe(false);
  });
});

describe('a tool', () => {
  const base = { op: 'tool', technologies: null, categories: ['CRM'], scopes: ['CRM'] } as const;
  const crm: ResolvedCondition = { ...base, negated: false, since: null, coveredEverywhere: false };
  const listing = (...firstSeen: (string | null)[]): ExprRecord => ({
    ...EMPTY,
    technologies: firstSeen.map((day) => ({ technology: 'HubSpot', category: 'CRM', firstSeen: day })),
  });
  const covered: ExprRecord = { ...EMPTY, coverage: [{ scope: 'CRM', checkedOn: null }] };

  it('listed is used', () => {
    expect(evaluate(crm, listing(null))).toBe(true);
    expect(evaluate({ ...crm, negated: true }, listing(null))).toBe(false);
  });

  it('not listed is no only where it was looked for', () => {
    expect(evaluate(crm, EMPTY)).toBeNull();
    expect(evaluate({ ...crm, negated: true }, EMPTY)).toBeNull();
    expect(evaluate(crm, covered)).toBe(false);
    expect(evaluate({ ...crm, negated: true }, covered)).toBe(true);
    expect(evaluate({ ...crm, coveredEverywhere: true }, EMPTY)).toBe(false);
    expect(evaluate(crm, { ...EMPTY, coverage: [{ scope: 'ERP', checkedOn: null }] })).toBeNull();
  });

  it('asked for by name and category must match both', () => {
    const both = { ...crm, technologies: ['HubSpot'] };
    expect(evaluate(both, listing(null))).toBe(true);
    const other = [{ technology: 'HubSpot', category: null, firstSeen: null }];
    expect(evaluate(both, { ...covered, technologies: other })).toBe(false);
  });

  it('with a since is yes when new, unknown when undated, no when old', () => {
    const recent = { ...crm, since: '2023-01-01' };
    expect(evaluate(recent, listing('2023-01-01'))).toBe(true);
    expect(evaluate(recent, listing('2020-01-01', '2024-01-01'))).toBe(true);
    expect(evaluate(recent, listing(null, '2024-01-01'))).toBe(true);
    expect(evaluate(recent, listing('2020-01-01', null))).toBeNull();
    expect(evaluate(recent, listing('2022-12-31'))).toBe(false);
  });
});

describe('a signal', () => {
  const hired: Extract<ResolvedCondition, { op: 'signal' }> = {
    op: 'signal',
    kind: 'hired',
    abouts: ['Sales'],
    since: '2024-02-29',
    until: '2024-08-31',
    minStrength: 2,
    scopes: ['hired'],
    coveredEverywhere: false,
  };
  const events = (...list: (readonly [string, number | null, (string | null)?])[]): ExprRecord => ({
    ...EMPTY,
    signals: list.map(([observedOn, strength, about = 'Sales']) => ({
      kind: 'hired',
      about,
      observedOn,
      strength,
    })),
  });
  const checked = (checkedOn: string | null): ExprRecord => ({
    ...EMPTY,
    coverage: [{ scope: 'hired', checkedOn }],
  });

  it('counts from the first to the last day of its window', () => {
    expect(evaluate(hired, events(['2024-02-29', 2]))).toBe(true);
    expect(evaluate(hired, events(['2024-08-31', 2]))).toBe(true);
    expect(evaluate(hired, events(['2024-02-28', 2]))).toBeNull();
    expect(evaluate(hired, events(['2024-09-01', 2]))).toBeNull();
  });

  it('of another kind or subject does not count', () => {
    expect(evaluate({ ...hired, kind: 'job_posted' }, events(['2024-05-01', 5]))).toBeNull();
    expect(evaluate(hired, events(['2024-05-01', 5, 'Legal'], ['2024-05-01', 5, null]))).toBeNull();
    expect(evaluate({ ...hired, abouts: null }, events(['2024-05-01', 5, null]))).toBe(true);
  });

  it('of unknown strength leaves a minimum unknown, even where the kind was looked for', () => {
    expect(evaluate(hired, { ...events(['2024-05-01', null]), coverage: checked(null).coverage })).toBeNull();
    expect(evaluate({ ...hired, minStrength: null }, events(['2024-05-01', null]))).toBe(true);
    expect(evaluate(hired, { ...events(['2024-05-01', 1]), coverage: checked(null).coverage })).toBe(false);
  });

  it('not found is no where it was looked for within the window or on an unknown day', () => {
    expect(evaluate(hired, checked(null))).toBe(false);
    expect(evaluate(hired, checked('2024-02-29'))).toBe(false);
    expect(evaluate(hired, checked('2024-02-28'))).toBeNull();
    expect(evaluate({ ...hired, since: null }, checked('2000-01-01'))).toBe(false);
    expect(evaluate({ ...hired, coveredEverywhere: true }, EMPTY)).toBe(false);
  });

  it('has as its newest day that of the newest event which counts', () => {
    const record = events(['2024-03-01', 2], ['2024-05-01', 3], ['2024-06-01', null], ['2024-09-01', 9]);
    expect(newestSignal(hired, record)).toBe('2024-05-01');
    expect(newestSignal(hired, EMPTY)).toBeNull();
    expect(newestSignal({ op: 'all', conditions: [hired] }, record)).toBeNull();
  });
});

it('a combination is no if any part is, else unknown if any part is, else yes', () => {
  const is = (field: string): ResolvedCondition => ({
    op: 'member',
    field,
    values: [true],
    negated: false,
  });
  const record = { ...EMPTY, values: { yes: true, no: false, unknown: null } };
  const all = (...parts: string[]) => evaluate({ op: 'all', conditions: parts.map(is) }, record);
  expect([all('yes', 'yes'), all('yes', 'unknown'), all('unknown', 'no'), all('yes', 'no')]).toEqual([
    true,
    null,
    false,
    false,
  ]);
});
