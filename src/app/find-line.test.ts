import { expect, test } from 'vitest';
import { cardOf } from '../../test/score-support.ts';
import { BestfitError } from '../base/errors/index.ts';
import { findLine } from './find-line.ts';

const card = cardOf(`
fit:
  firmographic:
    - { field: industry, any: [Clínica privada], points: 3 }
    - { field: employees, between: [20, 120], points: 3 }
    - { field: employees, min: 20, points: -2 }
    - { field: locations, min: 2, points: 2 }
  technographic:
    - { uses: { category: scheduling }, points: 2 }
    - { lacks: { category: scheduling }, points: 1 }
`);

const refusal = (line: string) => {
  try {
    findLine(card.fit, line);
  } catch (error) {
    if (error instanceof BestfitError) return { code: error.code, message: error.message };
  }
  return null;
};

test('a line is found by its words, however they are spelled', () => {
  expect(findLine(card.fit, 'employees 20-120')).toBe(1);
  expect(findLine(card.fit, 'EMPLOYEES  20–120')).toBe(1);
  expect(findLine(card.fit, 'industry is clinica privada')).toBe(0);
});

test('a part that only one line has will do, and words in any order', () => {
  expect(findLine(card.fit, 'privada')).toBe(0);
  expect(findLine(card.fit, 'locations')).toBe(3);
  expect(findLine(card.fit, 'lacks')).toBe(5);
  expect(findLine(card.fit, 'scheduling uses')).toBe(4);
});

test('a part that several lines have names them with their points', () => {
  expect(refusal('employees')).toEqual({
    code: 'scorecard.line-ambiguous',
    message: '`employees` fits 2 fit lines: `employees 20-120` (+3); `employees 20 or more` (-2).',
  });
});

test('words of no line name all lines with their points', () => {
  expect(refusal('revenue')?.code).toBe('scorecard.line-missing');
  expect(refusal('revenue')?.message).toContain('`employees 20 or more` (-2); ');
  expect(refusal('  ')?.code).toBe('scorecard.line-missing');
});
