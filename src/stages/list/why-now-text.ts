import { daysBetween } from '../../base/expr/index.ts';
import type { Card } from '../scorecard/index.ts';
import { decayedPoints } from '../signals/index.ts';
import { signed } from './signed.ts';

/**
 * Why now: the strongest signal, how old it is and what it is worth today; null without one. What changed between two
 * dated imports happened on no known day, so both are named.
 *
 * @example
 * whyNowText(card, 0, '2026-09-19'); // 'hired administration 12 days ago (+2.6)'
 * whyNowText(card, 1, '2026-10-01'); // 'headcount grew between 2026-07-01 and 2026-10-01 (+3)'
 */
export function whyNowText(card: Card, line: number | null, on: string | null): string | null {
  const found = line === null ? undefined : card.timing[line];
  if (found === undefined || on === null) return null;
  const days = daysBetween(on, card.asOf);
  const worth = Number(decayedPoints(found.points, days, found.halfLifeDays).toPrecision(2));
  const from = found.spans[on];
  const when = from === undefined ? ageWords(days) : `between ${from} and ${on}`;
  return `${found.event} ${when} (${signed(worth)})`;
}

function ageWords(days: number): string {
  if (days === 0) return 'today';
  return days === 1 ? 'yesterday' : `${days} days ago`;
}
