import { expect, it } from 'vitest';
import { tellApart } from './tell-apart.ts';

const pair = { free: 120, alone: 3, given: 0.4, otherGiven: 3.1 };

it('a pattern is explained when it is gone beside another that stands', () => {
  expect(tellApart(pair)).toBe('explained');
  expect(tellApart({ ...pair, given: -2 })).toBe('explained');
});

it('nothing is explained under 100 free records', () => {
  expect(tellApart({ ...pair, free: 99 })).toBe('not-told-apart');
});

it('a pattern is not explained by one that does not stand beside it', () => {
  expect(tellApart({ ...pair, otherGiven: 2.32 })).toBe('not-told-apart');
});

it('a pattern that was weak before is not explained by growing a little weaker', () => {
  expect(tellApart({ ...pair, alone: 1.7, given: 0.9 })).toBe('not-told-apart');
});

it('each adds when both stand beside the other', () => {
  expect(tellApart({ ...pair, given: 1.645, otherGiven: 1.645 })).toBe('each-adds');
  expect(tellApart({ ...pair, given: 1.64, otherGiven: 5 })).toBe('not-told-apart');
});
