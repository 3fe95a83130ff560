import { expect, it } from 'vitest';
import { parseDate } from './parse-date.ts';
import { readAge } from './read-age.ts';

it.each([
  ['3 days ago', { count: 3, unit: 'days' }],
  ['about 2 months', { count: 2, unit: 'months' }],
  ['over 2 years', { count: 2, unit: 'years' }],
  ['Posted 30+ days ago', { count: 30, unit: 'days' }],
  ['about 15 hours', { count: 0, unit: 'days' }],
  ['a week ago', { count: 1, unit: 'weeks' }],
  ['2w', { count: 2, unit: 'weeks' }],
  ['Yesterday', { count: 1, unit: 'days' }],
  ['hace 3 semanas', { count: 3, unit: 'weeks' }],
  ['il y a 2 années', { count: 2, unit: 'years' }],
  ['vor 5 Tagen', { count: 5, unit: 'days' }],
  ['há 3 dias', { count: 3, unit: 'days' }],
  ['2 mesi fa', { count: 2, unit: 'months' }],
])('%s is an age', (text, age) => {
  expect(readAge(text)).toEqual(age);
});

it.each(['3', 'months', '3 people', '2024-01-31', '', '3 days left', '99999 days'])(
  '`%s` is none',
  (text) => {
    expect(readAge(text)).toBeNull();
  },
);

it('counts back from the day of the file, and is no date without one', () => {
  const ages = { dateOrder: null, ages: '2026-07-31' };
  expect(parseDate('about 2 months', ages)).toEqual({ kind: 'value', value: '2026-05-31' });
  expect(parseDate('2026-01-15', ages)).toEqual({ kind: 'value', value: '2026-01-15' });
  expect(parseDate('about 2 months', { dateOrder: null })).toMatchObject({ kind: 'misfit' });
});
