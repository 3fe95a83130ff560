import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BestfitError } from '../errors/index.ts';
import { readCondition } from './read-condition.ts';
import { signalKinds } from './signal-kinds.ts';
import type { Condition, Duration } from './types.ts';
import { writeCondition } from './write-condition.ts';

function refusal(written: unknown): {
  where: string;
  found: string;
  expected: string;
  suggestion: string | null;
} {
  try {
    readCondition(written, 'fit[0]');
  } catch (error) {
    if (error instanceof BestfitError && error.code === 'profile.condition-invalid')
      return error.params as ReturnType<typeof refusal>;
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('readCondition', () => {
  it('reads values of a field', () => {
    expect(readCondition({ field: 'country', any: ['ES', 75, true] }, 'x')).toEqual({
      op: 'any',
      field: 'country',
      values: ['ES', 75, true],
    });
    expect(readCondition({ field: 'country', none: ['ES'] }, 'x')).toMatchObject({
      op: 'none',
      values: ['ES'],
    });
  });

  it('reads between, min, max and both ends as one window', () => {
    const window = { op: 'window', field: 'f', currency: null };
    expect(readCondition({ field: 'f', between: [3, 15] }, 'x')).toEqual({ ...window, low: 3, high: 15 });
    expect(readCondition({ field: 'f', min: 2 }, 'x')).toEqual({ ...window, low: 2, high: null });
    expect(readCondition({ field: 'f', max: 1 }, 'x')).toEqual({ ...window, low: null, high: 1 });
    expect(readCondition({ field: 'f', min: 2, max: 2 }, 'x')).toEqual({ ...window, low: 2, high: 2 });
    expect(readCondition({ field: 'f', min: 2, currency: 'EUR' }, 'x')).toMatchObject({ currency: 'EUR' });
  });

  it('reads the age of a date and growth over a time', () => {
    expect(readCondition({ field: 'founded', age: { min: '2 years' } }, 'x')).toEqual({
      op: 'age',
      field: 'founded',
      min: { count: 2, unit: 'years' },
      max: null,
    });
    expect(readCondition({ field: 'employees', growth: { min: 0.2, over: '6 months' } }, 'x')).toEqual({
      op: 'growth',
      field: 'employees',
      min: 0.2,
      over: { count: 6, unit: 'months' },
    });
  });

  it('reads a tool by name alone or by name, category and how new it is', () => {
    expect(readCondition({ uses: 'HubSpot' }, 'x')).toEqual({
      op: 'uses',
      tool: { technology: 'HubSpot', category: null, firstSeenWithin: null },
    });
    expect(
      readCondition({ lacks: { category: 'clinic management', first_seen_within: '2 years' } }, 'x'),
    ).toEqual({
      op: 'lacks',
      tool: { technology: null, category: 'clinic management', firstSeenWithin: { count: 2, unit: 'years' } },
    });
  });

  it('reads a signal with subject, window and strength', () => {
    expect(
      readCondition(
        { signal: { kind: 'hired', about: 'administration', within: '6 months', min_strength: 2 } },
        'x',
      ),
    ).toEqual({
      op: 'signal',
      signal: {
        kind: 'hired',
        about: 'administration',
        within: { count: 6, unit: 'months' },
        minStrength: 2,
      },
    });
  });

  it('reads up to four conditions together', () => {
    const part = { field: 'f', min: 1 };
    expect(readCondition({ all: [part, part, part, part] }, 'x')).toMatchObject({ op: 'all' });
    expect(refusal({ all: [part, part, part, part, part] })).toMatchObject({
      where: 'fit[0].all',
      found: 'a list of 5',
    });
    expect(refusal({ all: [] }).where).toBe('fit[0].all');
    expect(refusal({ all: [part, { all: [part] }] }).where).toBe('fit[0].all[1]');
  });
});

describe('a refused condition', () => {
  it.each([
    [{ field: 'f', beetween: [1, 2] }, 'fit[0]', 'between'],
    [{ field: 'f', between: [15, 3] }, 'fit[0].between', '[3, 15]'],
    [{ field: 'f', min: 5, max: 1 }, 'fit[0]', 'min: 1, max: 5'],
    [{ field: 'f', min: '3' }, 'fit[0].min', '3'],
    [{ field: 'f', any: 'ES' }, 'fit[0].any', '[ES]'],
    [{ field: 'f', min: 1, currency: 'eur' }, 'fit[0].currency', 'EUR'],
    [{ field: 'f', age: { min: '2 yers' } }, 'fit[0].age.min', '2 years'],
    [{ field: 'f', age: { min: '6m' } }, 'fit[0].age.min', '6 months'],
    [{ field: 'f', age: { max: '2 quarters' } }, 'fit[0].age.max', '6 months'],
    [{ field: 'f', age: { min: '3 years', max: '12 months' } }, 'fit[0].age', 'min: 12 months, max: 3 years'],
    [{ signal: { kind: 'Job Posted' } }, 'fit[0].signal.kind', 'job_posted'],
    [{ signal: { kind: 'hired', strength: 1 } }, 'fit[0].signal', null],
    [{ uses: { tecnology: 'HubSpot' } }, 'fit[0].uses', 'technology'],
    [{ uses: 42 }, 'fit[0].uses', null],
    [{ field: 12, min: 1 }, 'fit[0].field', '"12"'],
  ])('%j says where it is and what was meant', (written, where, suggestion) => {
    expect(refusal(written)).toMatchObject({ where, suggestion });
  });

  it.each([
    [null],
    ['industry is retail'],
    [[]],
    [{}],
    [{ field: 'f' }],
    [{ field: ' ', min: 1 }],
    [{ field: 'f', any: [] }],
    [{ field: 'f', any: [null] }],
    [{ field: 'f', any: [''] }],
    [{ field: 'f', any: [Number.NaN] }],
    [{ field: 'f', any: ['a'], none: ['b'] }],
    [{ field: 'f', any: ['a'], currency: 'EUR' }],
    [{ field: 'f', between: [1] }],
    [{ field: 'f', between: [1, 2], min: 1 }],
    [{ field: 'f', between: [1, Number.POSITIVE_INFINITY] }],
    [{ field: 'f', min: null }],
    [{ field: 'f', age: {} }],
    [{ field: 'f', age: '2 years' }],
    [{ field: 'f', growth: { min: 0.2 } }],
    [{ field: 'f', growth: { min: -1, over: '1 year' } }],
    [{ field: 'f', uses: 'HubSpot' }],
    [{ uses: 'HubSpot', lacks: 'Pipedrive' }],
    [{ uses: 'HubSpot', any: ['x'] }],
    [{ uses: {} }],
    [{ lacks: '' }],
    [{ signal: 'hired' }],
    [{ signal: {} }],
    [{ signal: { kind: 'hired', within: 6 } }],
  ])('%j is refused', (written) => {
    expect(refusal(written).where).toMatch(/^fit\[0\]/);
  });

  it('says it in one sentence and what to do in the next', () => {
    try {
      readCondition({ field: 'size', between: [15, 3] }, 'fit.firmographic[2]');
      expect.unreachable();
    } catch (error) {
      expect((error as BestfitError).message).toBe(
        '`fit.firmographic[2].between` cannot be `[15, 3]`: it takes the lower number first.',
      );
      expect((error as BestfitError).remedy).toMatch(/^Did you mean `\[3, 15\]`\?/);
    }
  });
});

const word = fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => text.trim() !== '');
const number = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0);
const duration: fc.Arbitrary<Duration> = fc.record({
  count: fc.integer({ min: 1, max: 99_999 }),
  unit: fc.constantFrom('days', 'weeks', 'months', 'years'),
});
const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: null });
const pair = fc.tuple(number, number).map(([a, b]) => ({ low: Math.min(a, b), high: Math.max(a, b) }));
const ends = fc.oneof(
  pair,
  number.map((low) => ({ low, high: null })),
  number.map((high) => ({ low: null, high })),
);
const tool = fc
  .record({ technology: maybe(word), category: maybe(word), firstSeenWithin: maybe(duration) })
  .filter(({ technology, category }) => technology !== null || category !== null);
const values = fc.array(fc.oneof(word, number, fc.boolean()), { minLength: 1, maxLength: 4 });
const currency = maybe(fc.constantFrom('EUR', 'USD'));
const single: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({ op: fc.constantFrom('any', 'none'), field: word, values }),
  fc
    .tuple(word, ends, currency)
    .map(([field, e, c]): Condition => ({ op: 'window', field, ...e, currency: c })),
  fc.record({ op: fc.constant('age'), field: word, min: duration, max: fc.constant(null) }),
  fc.record({ op: fc.constant('age'), field: word, min: fc.constant(null), max: duration }),
  fc.record({ op: fc.constant('growth'), field: word, min: number.filter((n) => n > -1), over: duration }),
  fc.record({ op: fc.constantFrom('uses', 'lacks'), tool }),
  fc.record({
    op: fc.constant('signal'),
    signal: fc.record({
      kind: fc.constantFrom(...signalKinds),
      about: maybe(word),
      within: maybe(duration),
      minStrength: maybe(number),
    }),
  }),
);
const condition: fc.Arbitrary<Condition> = fc.oneof(
  { weight: 4, arbitrary: single },
  fc.record({ op: fc.constant('all'), conditions: fc.array(single, { minLength: 1, maxLength: 4 }) }),
);

describe('writeCondition', () => {
  it('writes what readCondition reads back, through JSON too', () => {
    fc.assert(
      fc.property(condition, (c) => {
        expect(readCondition(writeCondition(c), 'x')).toEqual(c);
        expect(readCondition(JSON.parse(JSON.stringify(writeCondition(c))), 'x')).toEqual(c);
      }),
      { numRuns: 500 },
    );
  });

  it('writes a tool that is only named as its name', () => {
    const tool = { technology: 'HubSpot', category: null, firstSeenWithin: null };
    expect(writeCondition({ op: 'uses', tool })).toEqual({ uses: 'HubSpot' });
  });
});
