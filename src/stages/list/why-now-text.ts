import { daysBetween } from '../../base/expr/index.ts';
import type { Card } from '../scorecard/index.ts';
import { decayedPoints } from '../signals/index.ts';
import { signed } from './signed.ts';

/**
 * Why now: the strongest signal, how old it is and what it is worth today; null without one.
 *
 * @example
 * whyNowText(card, 0, '2026-09-19'); // 'hired administration 12 days ago (+2.6)'
 */
export function whyNowText(card: Card, line: number | null, on: string | null): string | null {
  const found = line === null ? undefined : card.timing[line];
  if (found === undefined || on === null) return null;
  const days = daysBetween(on, card.asOf);
  const worth = Number(decayedPoints(found.points, days, found.halfLifeDays).toPrecision(2));
  const age = days === 0 ? 'today' : days === 1 ? 'yesterday' : `${days} days ago`;
  return `${found.event} ${age} (${signed(worth)})`;
}
