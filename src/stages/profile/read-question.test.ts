import { expect, test } from 'vitest';
import type { Condition } from '../../base/expr/index.ts';
import { readQuestion } from './read-question.ts';

const large: Condition = { op: 'window', field: 'employees', low: 20, high: 120, currency: null };
const conditionOf = (words: string) => (words === 'employees 20-120' ? large : null);
const read = (text: string) => readQuestion(text, conditionOf);

test('a doubt is its trait, its counts, and how many more customers settle it', () => {
  const text =
    'Do you see it too, as a reason against: employees 20-120? Seen in 1 of 8 best and 9 of 17 others, which chance alone could do. About 40 more customers would settle it. So far: sales agrees (seen twice).';
  expect(read(text)).toEqual({
    code: 'see-it-too',
    params: {
      against: true,
      line: large,
      bestN: 1,
      bestOf: 8,
      restN: 9,
      restOf: 17,
      needMore: 40,
      said: 'sales agrees (seen twice)',
    },
  });
});

test('the next best question is told by what settles it', () => {
  const about = 'Next best question: Is it more than chance: employees 20-120 (7 of 8 best, 4 of 17 rest)?';
  expect(read(`${about} About 30 more settle it 3 times in 4, if it is real.`)).toMatchObject({
    code: 'next-more-customers',
    params: { line: large, needed: 30, against: false, bestN: 7 },
  });
  expect(read(`${about} It is unknown for 9 of 25 customers: fill it in for them.`)).toMatchObject({
    code: 'next-fill-in',
    params: { unknown: 9, of: 25 },
  });
});

test('a trait that nobody knows by these words stays as it is written', () => {
  const text =
    'Does this matter by itself: employees 20-120? The data explains it by country is ES, so that it earns no points.';
  expect(read(text)).toEqual({ code: 'explained-by', params: { line: large, by: ['country is ES'] } });
});

test('what a person asks is nothing that can be said in other words', () => {
  expect(read('Do they have a night shift?')).toBeNull();
});
