import { expect, test } from 'vitest';
import { readSize } from './read-size.ts';

test.each([
  ['3 to 15 practitioners', 'practitioners', 3, 15],
  ['20-200', 'employees', 20, 200],
  ['between 1,000 and 5,000 employees', 'employees', 1000, 5000],
  ['50+', 'employees', 50, null],
  ['50 or more staff members', 'staff_members', 50, null],
  ['at least 2 locations', 'locations', 2, null],
  ['more than 500 employees', 'employees', 501, null],
  ['at most 1 practitioners', 'practitioners', null, 1],
  ['fewer than 5', 'employees', null, 4],
  ['1-2m revenue', 'revenue', 1_000_000, 2_000_000],
  ['1.5m+ revenue', 'revenue', 1_500_000, null],
])('`%s` is a window of %s from %s to %s', (...[text, field, low, high]) => {
  expect(readSize(text)).toEqual({ op: 'window', field, low, high, currency: null });
});

test.each(['medium', 'around 20', '200-20', ''])('`%s` is no size', (text) => {
  expect(readSize(text)).toBeNull();
});
