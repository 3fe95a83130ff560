import { daysBetween, shiftDate } from '../../base/expr/index.ts';
import type { Card, TimingOutcome } from '../scorecard/index.ts';
import { decayedPoints, sumTiming, type TimingClass, timingClass } from '../signals/index.ts';

/** A day on which the timing of an account falls below a cut-off, if nothing new happens. */
export interface TimingFall {
  /** The first day below. */
  readonly on: string;
  /** The class it then has, and the cut-off it fell below. */
  readonly to: 'warm' | 'cold';
  readonly below: number;
  /** The sum on that day. */
  readonly points: number;
}

/** After so many days every signal has faded: 5 points with a half-life of 4 years are then under a thousandth. */
const mostDays = 20_000;

/**
 * When the timing of an account falls below hot and below warm, if nothing new happens: every signal halves once per
 * half-life, and is gone on the first day on which it is older than its window. Empty for an account that is neither.
 *
 * @example
 * timingOutlook(card, score.timingLines); // [{ on: '2026-10-14', to: 'warm', below: 2, points: 1.98 }, ...]
 */
export function timingOutlook(card: Card, outcomes: readonly TimingOutcome[]): readonly TimingFall[] {
  const { hot, warm } = card.timingTiers;
  const now = classOn(card, outcomes, card.asOf);
  const falls: TimingFall[] = [];
  let below: TimingClass = now.class;
  for (let day = 1; day <= mostDays && below !== 'cold' && below !== 'unknown'; day++) {
    const on = shiftDate(card.asOf, { count: day, unit: 'days' }, 1);
    const then = classOn(card, outcomes, on);
    if (below === 'hot' && then.points < hot) {
      falls.push({ on, to: then.class === 'cold' ? 'cold' : 'warm', below: hot, points: then.points });
      below = 'warm';
    }
    if (below === 'warm' && then.points < warm) {
      if (falls.at(-1)?.on !== on) falls.push({ on, to: 'cold', below: warm, points: then.points });
      below = 'cold';
    }
  }
  return falls;
}

function classOn(card: Card, outcomes: readonly TimingOutcome[], day: string) {
  const known = outcomes.some(({ truth }) => truth !== null);
  const points = sumTiming(card.timing.map((line, i) => leftOn(line, outcomes[i]!, day)));
  return { points, class: timingClass(known ? points : null, card.timingTiers) };
}

function leftOn(line: Card['timing'][number], { newest }: TimingOutcome, day: string): number {
  if (newest === null) return 0;
  const { within } = line;
  if (within !== null && newest < shiftDate(day, within, -1)) return 0;
  return decayedPoints(line.points, daysBetween(newest, day), line.halfLifeDays);
}
