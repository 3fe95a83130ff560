import { expect, test } from 'vitest';
import { back, begin, forth, step } from './history.ts';

test('a step is taken back and forth', () => {
  const edited = step(step(begin('a'), 'b'), 'c');
  expect(back(edited).now).toBe('b');
  expect(forth(back(edited)).now).toBe('c');
  expect(back(back(back(edited))).now).toBe('a');
  expect(forth(edited)).toBe(edited);
});

test('a new step forgets what was taken back', () => {
  const edited = step(back(step(begin(1), 2)), 3);
  expect(edited).toEqual({ past: [1], now: 3, future: [] });
});

test('a hundred steps are kept', () => {
  let history = begin(0);
  for (let n = 1; n <= 150; n++) history = step(history, n);
  expect(history.past).toHaveLength(100);
  expect(history.past[0]).toBe(50);
});
