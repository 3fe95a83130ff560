import type { Absence, AbsenceReport } from './types.ts';

/** Wins with both dates under which nothing is said of how fast deals are won. */
const fewestWins = 20;
const most = 0.95;
const step = 10;

/** How many deals were won so many days after they were created. */
export interface DaysToWin {
  readonly days: number;
  readonly wins: number;
}

/** Within how many days 95 of 100 wins came; null under 20 wins. Wins dated before their creation are left out. */
export function timeToWin(counts: readonly DaysToWin[]): AbsenceReport['timeToWin'] {
  const sorted = counts.filter(({ days }) => days >= 0).toSorted((one, two) => one.days - two.days);
  const wins = sorted.reduce((sum, each) => sum + each.wins, 0);
  if (wins < fewestWins) return null;
  let seen = 0;
  const reached = sorted.find((each) => {
    seen += each.wins;
    return seen >= most * wins;
  });
  return { wins, days: reached?.days ?? 0 };
}

/**
 * The meaning that the time to win suggests: what is older than 95 of 100 wins were is lost, rounded up to ten days.
 * Null for accounts, which say no day, and when too few wins are dated.
 */
export function proposeAbsence(
  table: AbsenceReport['table'],
  time: AbsenceReport['timeToWin'],
): Absence | null {
  if (table === 'accounts' || time === null) return null;
  return { kind: 'lost-after', days: Math.max(step, Math.ceil(time.days / step) * step) };
}
