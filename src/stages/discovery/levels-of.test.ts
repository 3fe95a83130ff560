import { describe, expect, it } from 'vitest';
import { codeBands } from './code-bands.ts';
import { codeDates } from './code-dates.ts';
import { aboutTest, numbers, texts, truths } from './discovery-fixtures.ts';
import { levelsOf } from './levels-of.ts';
import type { CandidateField } from './types.ts';

const sizes = numbers('size', [1, 2, 3, 4, 5, 6, 7, 8]);
const days = codeDates(['2024-01-01', '2024-05-01', '2025-01-01', '2025-06-01', '2026-01-01', '2027-01-01'], {
  ...aboutTest('founded'),
  asOf: '2026-01-31',
});
const bands = codeBands(
  [
    { low: 1, high: 10 },
    { low: 11, high: 50 },
    { low: 51, high: Number.POSITIVE_INFINITY },
    { low: 7, high: 7 },
  ],
  { ...aboutTest('employees'), currency: null },
);
const sectors = texts('sector', ['a', 'a', 'a', 'B', 'B', 'b', 'c', 'c', 'c', 'rare']);
const yes = truths('yes', [true, false]);

describe('the levels of a condition', () => {
  const cases: readonly (readonly [string, CandidateField, readonly number[]])[] = [
    ['a window inside', sizes, [2, 3, 4]],
    ['a window with an open end', sizes, [0, 1]],
    ['an age', days, [1, 2]],
    ['a band', bands, [1]],
    ['an open band', bands, [1, 2]],
    ['a value', sectors, [1]],
    ['a group of values', sectors, [0, 2]],
    ['yes', yes, [1]],
    ['no', yes, [0]],
  ];

  it.each(cases)('that is %s are those it was made of', (_, field, levels) => {
    expect(levelsOf(field, field.condition(levels))?.toSorted()).toEqual(levels);
  });

  it('are found whatever the order of the values', () => {
    expect(levelsOf(sectors, sectors.condition([2, 0]))?.toSorted()).toEqual([0, 2]);
  });

  it('that the field cannot give are none', () => {
    expect(levelsOf(sectors, { op: 'any', field: 'sector', values: ['d'] })).toBeNull();
    expect(levelsOf(sectors, { op: 'any', field: 'other', values: ['a'] })).toBeNull();
    expect(levelsOf(sizes, { op: 'window', field: 'size', low: 99, high: null, currency: null })).toBeNull();
  });
});
