import { expect, test } from 'vitest';
import { attainablePoints } from './attainable-points.ts';
import type { FitLine } from './types.ts';

const line = (condition: FitLine['condition'], points: number): FitLine => ({
  layer: 'firmographic',
  condition,
  points,
  evidence: null,
  note: null,
});

test('an account has one industry, so only the best industry line counts', () => {
  const industry = (value: string, points: number) =>
    line({ op: 'any', field: 'industry', values: [value] }, points);
  expect(attainablePoints([industry('clinic', 3), industry('dentist', 1)])).toBe(3);
});

test('windows and tools add up; negative lines take nothing away', () => {
  const window = line({ op: 'window', field: 'employees', low: 3, high: 15, currency: null }, 3);
  const tool = line({ op: 'uses', tool: { technology: null, category: 'crm', firstSeenWithin: null } }, 2);
  const against = line({ op: 'any', field: 'region', values: ['south'] }, -2);
  expect(attainablePoints([window, tool, against])).toBe(5);
});
