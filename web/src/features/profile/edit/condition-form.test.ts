import { expect, test } from 'vitest';
import { emptyCondition, isFilledIn, operatorOf, operatorsOf, subjectOf } from './condition-form.ts';

test('every operator that the editor begins with is the one it shows', () => {
  for (const operator of [
    'any',
    'none',
    'between',
    'min',
    'max',
    'newer',
    'older',
    'growth',
    'uses',
    'lacks',
    'signal',
  ] as const)
    expect(operatorOf(emptyCondition(operator, 'size', null))).toBe(operator);
});

test('a field of words is asked for values, one of numbers for a window', () => {
  const field = {
    name: 'f',
    label: 'f',
    layer: 'firmographic',
    unit: null,
    range: null,
    values: [],
    searchable: true,
  } as const;
  expect(operatorsOf({ ...field, values: [], kind: 'category' })).toEqual(['any', 'none']);
  expect(operatorsOf({ ...field, values: [], kind: 'money' })[0]).toBe('between');
  expect(operatorsOf(null)).toEqual(['any', 'none']);
});

test('a condition without values, or with ends the wrong way round, cannot stand on the page', () => {
  expect(isFilledIn({ op: 'any', field: 'industry', values: [] })).toBe(false);
  expect(isFilledIn({ op: 'window', field: 'size', low: 9, high: 3, currency: null })).toBe(false);
  expect(isFilledIn(emptyCondition('uses', '', null))).toBe(false);
  expect(isFilledIn(emptyCondition('signal', '', null))).toBe(true);
});

test('several conditions at once are shown, not taken apart', () => {
  const both = { op: 'all' as const, conditions: [emptyCondition('min', 'size', null)] };
  expect(operatorOf(both)).toBeNull();
  expect(subjectOf(both)).toEqual({ kind: 'field', field: null });
});
