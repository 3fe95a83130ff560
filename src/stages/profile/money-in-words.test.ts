import { expect, test } from 'vitest';
import { moneyInWords } from './money-in-words.ts';

test.each([
  [0, '0'],
  [950, '950'],
  [3000, '3,000'],
  [1234567, '1,234,567'],
  [1_500_000, '1.5 million'],
  [23_120_000, '23.12 million'],
  [2_000_000_000, '2 billion'],
  [1234.5, '1,234.5'],
  [-4200, '-4,200'],
])('%d is written %s', (amount, words) => {
  expect(moneyInWords(amount)).toBe(words);
});
