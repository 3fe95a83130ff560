import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeBands } from './code-bands.ts';
import { codeCategories } from './code-categories.ts';
import { codeDates } from './code-dates.ts';
import { codeNumbers } from './code-numbers.ts';
import { codeTruths } from './code-truths.ts';
import { aboutTest, numbers, texts } from './discovery-fixtures.ts';
import { roundToward } from './round-toward.ts';

const money = { ...aboutTest('revenue'), currency: 'EUR' };

describe('codes of numbers', () => {
  it('are the exact values while there are at most 20', () => {
    const field = numbers('locations', [3, 1, null, 3, 12]);
    expect(Array.from(field.codes)).toEqual([1, 0, -1, 1, 2]);
    expect(field.levels.map(({ label }) => label)).toEqual(['1', '3', '12']);
  });

  it('are bins of nearly equal size when there are more', () => {
    const field = numbers(
      'size',
      Array.from({ length: 200 }, (_, i) => i),
    );
    const counts = field.levels.map((_, l) => field.codes.filter((code) => code === l).length);
    expect(counts).toEqual(Array(10).fill(20));
  });

  it('give a value too frequent for a bin one of its own', () => {
    const spread = Array.from({ length: 40 }, (_, i) => 20 + i / 2);
    const field = numbers('x', [...Array(40).fill(10), ...spread, ...Array(40).fill(90)]);
    expect(field.levels[0]).toMatchObject({ low: 10, high: 10 });
    expect(field.levels.at(-1)).toMatchObject({ low: 90, high: 90 });
  });

  it('never part equal values and cover every known value in order', () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.integer({ min: -40, max: 40 })), { maxLength: 300 }), (values) => {
        const { codes, levels } = numbers('x', values);
        expect(levels.length).toBeLessThanOrEqual(20);
        values.forEach((value, i) => {
          const level = levels[codes[i]!];
          expect(level === undefined).toBe(value === null);
          if (value === null || level === undefined) return;
          expect(level.low!).toBeLessThanOrEqual(value);
          expect(level.high!).toBeGreaterThanOrEqual(value);
        });
      }),
    );
  });

  it('become windows at round numbers that split the same data', () => {
    const field = codeNumbers([3, 18, 21, 40, 118, 131, 500], money);
    expect(field.condition([2, 3, 4])).toEqual({
      op: 'window',
      field: 'revenue',
      low: 20,
      high: 120,
      currency: 'EUR',
    });
    expect(field.condition([0, 1])).toMatchObject({ low: null, high: 20 });
    expect(field.condition([5, 6])).toMatchObject({ low: 130, high: null });
  });

  it('become windows that hold for exactly the levels covered', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: -999, max: 9999 }), { minLength: 3, maxLength: 20 }),
        (values) => {
          const field = numbers('x', values);
          const condition = field.condition([1]);
          if (condition.op !== 'window') throw new Error('no window');
          values.forEach((value, i) => {
            const inside = value >= (condition.low ?? -Infinity) && value <= (condition.high ?? Infinity);
            expect(inside).toBe(field.codes[i] === 1);
          });
        },
      ),
    );
  });
});

describe('round numbers on the way', () => {
  it('prefer the largest power of ten, then five times one', () => {
    expect(roundToward(21, 18)).toBe(20);
    expect(roundToward(118, 131)).toBe(120);
    expect(roundToward(47, 53)).toBe(50);
    expect(roundToward(51, 50)).toBe(51);
    expect(roundToward(0.037, 0.012)).toBe(0.03);
    expect(roundToward(-3, 4)).toBe(0);
  });

  it('never reach the limit and never leave the gap', () => {
    fc.assert(
      fc.property(
        fc.double({ noNaN: true, min: -1e6, max: 1e6 }),
        fc.double({ noNaN: true, min: -1e6, max: 1e6 }),
        (from, limit) => {
          const round = roundToward(from, limit);
          if (from === limit) expect(round).toBe(from);
          else if (limit > from) expect(round >= from && round < limit).toBe(true);
          else expect(round <= from && round > limit).toBe(true);
        },
      ),
    );
  });
});

describe('a word that says that nothing is known', () => {
  const clinics = [...Array(12).fill('clinic'), ...Array(12).fill('shop')];

  it('is unknown and no value of its own', () => {
    const { levels, codes } = texts('sector', [...clinics, 'Unknown', 'unknown', 'UNKNOWN']);
    expect(levels.map(({ label }) => label)).toEqual(['clinic', 'shop']);
    expect(Array.from(codes.subarray(24))).toEqual([-1, -1, -1]);
  });

  it('is a value with a name where it is common beside empty cells', () => {
    const { levels } = texts('origin', [...clinics, null, ...Array(4).fill('unknown')]);
    expect(levels.map(({ label }) => label)).toContain('unknown');
  });

  it('is not `None`, which may be an answer', () => {
    const { levels } = texts('software', [...clinics, ...Array(4).fill('None')]);
    expect(levels.map(({ label }) => label)).toContain('None');
  });
});

describe('codes of bands', () => {
  const band = (low: number, high: number) => ({ low, high });

  it('keep disjoint bands as bins, and exact values fall into them', () => {
    const field = codeBands(
      [band(1, 10), band(11, 50), band(11, 50), band(51, 200), band(7, 7), null],
      money,
    );
    expect(Array.from(field.codes)).toEqual([0, 1, 1, 2, 0, -1]);
    expect(field.condition([1, 2])).toMatchObject({ low: 11, high: null });
  });

  it('call a band that straddles bins unknown', () => {
    const values = [band(1, 10), band(1, 10), band(11, 50), band(11, 50), band(5, 20)];
    expect(Array.from(codeBands(values, money).codes)).toEqual([0, 0, 1, 1, -1]);
  });

  it('give exact values between bands bins of their own', () => {
    const field = codeBands([band(1, 10), band(50, 99), band(20, 20), band(30, 30)], money);
    expect(field.levels.map(({ label }) => label)).toEqual(['1-10', '20', '30', '50-99']);
  });

  it('let exact values draw the bins when bands are few', () => {
    const exact = Array.from({ length: 10 }, (_, i) => band(i, i));
    const field = codeBands([...exact, band(2, 7)], money);
    expect(field.levels).toHaveLength(10);
    expect(field.codes[10]).toBe(-1);
  });

  it('know an open end', () => {
    const field = codeBands([band(1, 10), band(10_001, Number.POSITIVE_INFINITY)], money);
    expect(field.levels[1]!.label).toBe('10001 or more');
    expect(field.condition([1])).toMatchObject({ low: 10_000, high: null });
  });
});

describe('codes of categories', () => {
  it('merge spellings that fold alike and name the commonest', () => {
    const field = texts('industry', ['Clínica', 'clinica', 'Clínica', 'bar', 'bar', 'bar', null]);
    expect(Array.from(field.codes)).toEqual([1, 1, 1, 0, 0, 0, -1]);
    expect(field.condition([1])).toEqual({ op: 'any', field: 'industry', values: ['Clínica'] });
  });

  it('pool values of fewer than three units, which are no condition', () => {
    const field = codeCategories(['a', 'a', 'a', 'b', 'c'], aboutTest('industry'));
    expect(Array.from(field.codes)).toEqual([0, 0, 0, 1, 1]);
    expect(field.levels[1]).toMatchObject({ label: '2 rarer values', nameable: false });
  });
});

describe('codes of dates', () => {
  const about = { ...aboutTest('founded'), asOf: '2026-01-31' };

  it('become ages in round years or months that split the same data', () => {
    const field = codeDates(['2010-05-01', '2019-06-01', '2022-09-15', '2025-11-20', null], about);
    expect(field.condition([0, 1])).toMatchObject({ op: 'age', min: { count: 6, unit: 'years' }, max: null });
    expect(field.condition([3])).toMatchObject({ min: null, max: { count: 1, unit: 'years' } });
    expect(field.condition([1, 2])).toEqual({
      op: 'age',
      field: 'founded',
      min: { count: 3, unit: 'years' },
      max: { count: 7, unit: 'years' },
    });
  });

  it('fall back to days when no rounder age fits', () => {
    const field = codeDates(['2026-01-01', '2026-01-02', '2026-01-03'], about);
    expect(field.condition([1])).toMatchObject({
      min: { count: 29, unit: 'days' },
      max: { count: 29, unit: 'days' },
    });
  });

  it('know a date after the day asked about, but never name it', () => {
    const field = codeDates(['2020-01-01', '2027-01-01'], about);
    expect(Array.from(field.codes)).toEqual([0, 1]);
    expect(field.levels[1]!.nameable).toBe(false);
  });
});

describe('codes of yes and no', () => {
  const tool = { technology: null, category: 'scheduling', firstSeenWithin: null };

  it('become uses and lacks', () => {
    const field = codeTruths([true, false, null], {
      ...aboutTest('uses scheduling'),
      kind: 'tool',
      yes: { op: 'uses', tool },
      no: { op: 'lacks', tool },
    });
    expect(Array.from(field.codes)).toEqual([1, 0, -1]);
    expect(field.condition([0])).toEqual({ op: 'lacks', tool });
    expect(field.condition([1])).toEqual({ op: 'uses', tool });
  });

  it('have no words for the absence of a signal', () => {
    const signal = { kind: 'hired', about: null, within: null, minStrength: null };
    const field = codeTruths([true, false], {
      ...aboutTest('hired'),
      kind: 'signal',
      yes: { op: 'signal', signal },
      no: null,
    });
    expect(field.levels.map(({ nameable }) => nameable)).toEqual([false, true]);
  });
});
