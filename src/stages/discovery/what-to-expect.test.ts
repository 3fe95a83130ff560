import { expect, test } from 'vitest';
import { whatToExpect } from './what-to-expect.ts';

const words = (n: number, hasValue = true) => whatToExpect({ n }, { hasValue });

test('under 12 nothing can be supported', () => {
  expect(words(11)).toBe('11 are too few to support anything: what follows are questions, not findings.');
});

test('with 25 a trait of nearly all of the best stands out, one of most of them seldom', () => {
  expect(words(25)).toMatch(/^With 25, take what follows as suggestions/);
  expect(words(25)).toMatch(/supported 9 times in 10, .* 3 times in 10\.$/);
});

test('less is to be expected of a label alone', () => {
  expect(words(25, false)).toMatch(/supported 7 times in 10, .* 2 times in 10\.$/);
  expect(words(12, false)).toMatch(/ once in 10\.$/);
});

test('never promises less for more customers', () => {
  const shares = [20, 25, 30, 36, 48, 60].map((n) => Number(words(n)!.match(/(\d+) times in 10\.$/)![1]));
  expect(shares).toEqual(shares.toSorted((a, b) => a - b));
});

test('above 60 nothing needs to be said', () => {
  expect(words(61)).toBeNull();
});
