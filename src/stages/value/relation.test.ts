import { describe, expect, it } from 'vitest';
import { readCustomerFacts } from './read-customer-facts.ts';
import { relation } from './relation.ts';

const of = (row: Parameters<typeof readCustomerFacts>[0]) =>
  relation(readCustomerFacts({ account_id: 'a', ...row }), '2024-06-30');

describe('relation', () => {
  it('runs from the start to the day asked about while the customer is present', () => {
    const present = of({ started_on: '2022-06-30' });
    expect(present.months).toBeCloseTo(24, 1);
    expect(present).toMatchObject({ startedDaysAgo: 731, ended: false, contradictory: false });
  });

  it('runs from the start to the end once it has ended', () => {
    expect(of({ started_on: '2022-06-30', ended_on: '2023-06-30' }).months).toBeCloseTo(12, 1);
    expect(of({ started_on: '2022-06-30', ended_on: '2023-06-30' }).ended).toBe(true);
  });

  it('has not ended when the end lies after the day asked about', () => {
    expect(of({ started_on: '2024-06-01', ended_on: '2024-07-15' })).toMatchObject({
      startedDaysAgo: 29,
      ended: false,
    });
  });

  it('takes the months where the start is not known, and works the start out from them', () => {
    expect(of({ tenure_months: 12 })).toMatchObject({ months: 12, startedDaysAgo: 365.25, ended: false });
    expect(of({ tenure_months: 12, ended_on: '2024-06-20' })).toMatchObject({
      months: 12,
      startedDaysAgo: 375.25,
      ended: true,
    });
  });

  it('trusts dates over months', () => {
    expect(of({ started_on: '2024-05-31', tenure_months: 99 }).months).toBeCloseTo(30 / (365.25 / 12), 12);
  });

  it('is unknown without dates and months, with text that is no date, and with negative months', () => {
    expect(of({}).months).toBeNull();
    expect(of({ started_on: 'spring 2023' }).startedDaysAgo).toBeNull();
    expect(of({ tenure_months: -3 }).months).toBeNull();
  });

  it('does not believe an end before the start', () => {
    expect(of({ started_on: '2024-01-01', ended_on: '2023-01-01' })).toMatchObject({
      months: null,
      contradictory: true,
    });
  });
});
