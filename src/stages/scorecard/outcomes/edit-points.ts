import type { PointsCard } from './types.ts';

/**
 * The card with other points on one of its fit lines; 0 keeps the line in its place and takes it out of the sum.
 *
 * @param line index into the fit lines
 */
export function editPoints<C extends Pick<PointsCard, 'fit'>>(card: C, line: number, points: number): C {
  if (card.fit[line] === undefined) throw new Error(`unknown fit line: ${line}`);
  return { ...card, fit: card.fit.map((own, i) => (i === line ? { ...own, points } : own)) };
}
