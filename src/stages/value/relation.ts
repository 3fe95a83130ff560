import { daysBetween, isDate } from '../../base/expr/index.ts';
import type { CustomerFacts } from './types.ts';

const DAYS_PER_MONTH = 365.25 / 12;

/** How long a customer relation has run, as far as it is known on the day asked about. */
export interface Relation {
  /** Days from the start to the day asked about: small is new. Null when the start is unknown. */
  readonly startedDaysAgo: number | null;
  /** Months from the start to the end, or to the day asked about. */
  readonly months: number | null;
  readonly ended: boolean;
  /** The dates contradict each other: the end lies before the start. */
  readonly contradictory: boolean;
}

/**
 * Reads a relation from its dates, or from a tenure in months where the start is not known. An end after the day asked
 * about has not happened yet. Text that is no date is unknown.
 *
 * @example
 * relation({ ...facts, startedOn: '2023-01-01', endedOn: null }, '2024-01-01').months; // 11.99
 */
export function relation(facts: CustomerFacts, asOf: string): Relation {
  const started = daysAgo(facts.startedOn, asOf);
  const endedAgo = daysAgo(facts.endedOn, asOf);
  const ended = endedAgo !== null && endedAgo >= 0;
  if (started !== null) {
    const days = started - (ended ? endedAgo : 0);
    const contradictory = days < 0;
    return {
      startedDaysAgo: started,
      months: contradictory ? null : days / DAYS_PER_MONTH,
      ended,
      contradictory,
    };
  }
  const months = facts.tenureMonths !== null && facts.tenureMonths >= 0 ? facts.tenureMonths : null;
  const startedDaysAgo = months === null ? null : months * DAYS_PER_MONTH + (ended ? endedAgo : 0);
  return { startedDaysAgo, months, ended, contradictory: false };
}

function daysAgo(date: string | null, asOf: string): number | null {
  return date !== null && isDate(date) ? daysBetween(date, asOf) : null;
}
