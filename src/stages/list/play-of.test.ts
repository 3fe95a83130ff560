import { expect, test } from 'vitest';
import { playOf } from './play-of.ts';

test('only an A that is hot is called today', () => {
  expect(playOf('scored', 'A', 'hot')).toBe('call today');
  expect(playOf('scored', 'B', 'hot')).toBe('sequence');
});

test('any other A gets a careful message', () => {
  expect((['warm', 'cold', 'unknown'] as const).map((timing) => playOf('scored', 'A', timing))).toEqual([
    'careful',
    'careful',
    'careful',
  ]);
});

test('B and C go into a sequence, D is out', () => {
  expect((['B', 'C', 'D'] as const).map((tier) => playOf('scored', tier, 'cold'))).toEqual([
    'sequence',
    'sequence',
    'out',
  ]);
});

test('disqualified and outside the market are out', () => {
  expect(playOf('disqualified', null, 'hot')).toBe('out');
  expect(playOf('outside-market', null, 'hot')).toBe('out');
});
