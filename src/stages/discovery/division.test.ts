import { expect, it } from 'vitest';
import { daysBetween } from '../../base/expr/index.ts';
import { cohortDivision } from './division.ts';

const day = (date: string) => daysBetween('1970-01-01', date);

it('cohorts are quarters of the start, an unknown start in none', () => {
  const startedOn = Float64Array.of(day('2024-12-31'), day('2025-01-01'), Number.NaN, day('2025-03-31'));
  const cohort = cohortDivision({ startedOn });
  expect(cohort?.quarters).toEqual(['2024-Q4', '2025-Q1']);
  expect(Array.from(cohort!.groups)).toEqual([0, 1, -1, 1]);
});

it('there are no cohorts within one quarter, or without dates', () => {
  expect(cohortDivision({ startedOn: Float64Array.of(day('2025-01-01'), day('2025-03-31')) })).toBeNull();
  expect(cohortDivision({ startedOn: Float64Array.of(Number.NaN) })).toBeNull();
  expect(cohortDivision({ startedOn: null })).toBeNull();
});
