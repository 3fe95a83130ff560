import { allowedPoints } from './allowed-points.ts';
import { type Card, layOn, priceDraft, type Table } from './card.ts';
import type { Weighted } from './fit-weights.ts';

/** How many points the largest weight is given: each makes another star of the ray. */
const REACHES = Array.from({ length: 9 }, (_, i) => 1 + i / 2);

/** Rounds weights to whole points along a ray: the largest is given 1 to 5 points and the others follow; cheapest first, the losses of others about. */
export function roundWeights(table: Table, { groups, base, weights }: Weighted): readonly Card[] {
  const { limits } = table.task;
  const largest = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0);
  const none = limits.map(() => 0);
  const cards = new Map<string, Card>();
  let least = Infinity;
  for (const reach of REACHES) {
    const slope = Math.max(largest / reach, Number.EPSILON);
    const points = none.slice();
    groups.support.forEach((column, i) => {
      points[column] = nearestPoints(weights[i]! / slope, column, table);
    });
    const name = points.join();
    if (cards.has(name)) continue;
    const card = priceDraft(table, layOn(groups, { points, line: { base, slope } }), least);
    least = Math.min(least, card.loss);
    cards.set(name, card);
  }
  return [...cards.values()].sort((a, b) => a.loss - b.loss);
}

function nearestPoints(wanted: number, column: number, { task }: Table): number {
  const limits = task.limits[column]!;
  const allowed = limits.required ? allowedPoints(limits) : [0, ...allowedPoints(limits)];
  return allowed.reduce((best, p) => (Math.abs(p - wanted) < Math.abs(best - wanted) ? p : best));
}
