import type { TotalOutcome } from '../probability/index.ts';
import type { KeptCard } from './keep-held-out.ts';

/**
 * How units came out by the totals they had from cards that had not seen them: each of the rounds counts a unit as one over
 * the number of rounds. Every total that the card can reach is listed, with none where nobody has it.
 */
export function outOfFoldTotals({ rounds, rival, card, label }: KeptCard): readonly TotalOutcome[] {
  const counts = new Map<number, { n: number; positives: number }>();
  const at = (total: number) => {
    const known = counts.get(total) ?? { n: 0, positives: 0 };
    counts.set(total, known);
    return known;
  };
  const points = card.lines.map((line) => line.points);
  const ends = [Math.min, Math.max].map((end) => points.reduce((sum, of) => sum + end(0, of), 0));
  for (const total of ends) at(total);
  for (const { forecasts } of rounds)
    label.forEach((y, unit) => {
      const count = at(forecasts[rival].totals[unit]!);
      count.n += 1 / rounds.length;
      count.positives += y / rounds.length;
    });
  return [...counts].map(([total, count]) => ({ total, ...count }));
}
