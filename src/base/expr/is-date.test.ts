import { expect, it } from 'vitest';
import { isDate } from './is-date.ts';

it.each(['2024-02-29', '0001-01-01', '9999-12-31'])('%s is a day', (text) => {
  expect(isDate(text)).toBe(true);
});

it.each([
  '2023-02-29',
  '2024-13-01',
  '2024-00-10',
  '0000-01-01',
  '2024-1-1',
  '2024-01-01T00:00',
  ' 2024-01-01',
  '',
])("'%s' is no day", (text) => {
  expect(isDate(text)).toBe(false);
});
