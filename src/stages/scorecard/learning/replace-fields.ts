import type { Card, Table } from './card.ts';
import { bestNewcomer } from './improve-card.ts';
import { polishCard } from './polish-card.ts';
import { supportOf } from './support-of.ts';
import type { PointLimits } from './types.ts';

const OUT: PointLimits = { low: 0, high: 0, required: false };

/**
 * Cards that do without one field each: for each condition of a card (but the required) the best condition of another
 * field in its place, or none, and then the points moved as long as that helps.
 */
export function replaceFields(table: Table, card: Card): readonly Card[] {
  const { limits, fields } = table.task;
  const free = supportOf(card.points).filter((column) => !limits[column]!.required);
  return free.flatMap((column) => {
    const isOut = (other: number): boolean =>
      other === column || (fields !== null && fields[other] === fields[column]);
    const without = {
      ...table,
      task: { ...table.task, limits: limits.map((limit, other) => (isOut(other) ? OUT : limit)) },
    };
    const points = card.points.map((p, other) => (isOut(other) ? 0 : p));
    const other = bestNewcomer(without, { points, line: card.line }, Infinity);
    return other === null ? [] : [polishCard(without, other)];
  });
}
