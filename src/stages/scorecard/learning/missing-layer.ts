import { allowedPoints } from './allowed-points.ts';
import { type Card, layDraft, layOn, NOTHING, type Table } from './card.ts';
import { splitGroups } from './groups.ts';
import { priceNewcomer } from './improve-card.ts';
import { mayJoin } from './may-join.ts';
import { supportOf } from './support-of.ts';

/**
 * The layer that a card should speak of and does not: of the layers that it holds no condition of, the one whose best
 * condition would lower its loss most if it came on top of all that are there. Null where none would, or where a card
 * has no place for one more layer.
 */
export function missingLayer(table: Table, card: Card): string | null {
  const { task } = table;
  if (task.layers === null || placesTaken(table) >= task.most) return null;
  const held = new Set(supportOf(card.points).map((column) => task.layers![column]!));
  let missing: string | null = null;
  let least = card.loss - NOTHING;
  task.layers.forEach((layer, column) => {
    if (held.has(layer)) return;
    const loss = leastWith(table, card, column);
    if (loss >= least) return;
    least = loss;
    missing = layer;
  });
  return missing;
}

/** Places that no other layer can have: those of required conditions and of the other demanded layers. */
function placesTaken({ task: { limits, layers, demanded } }: Table): number {
  const required = limits.flatMap((limit, column) => (limit.required ? [column] : []));
  const covered = new Set(required.map((column) => layers![column]!));
  return required.length + demanded.filter((layer) => !covered.has(layer)).length;
}

/** Least loss of the card with points for one more column. */
function leastWith(table: Table, card: Card, column: number): number {
  const { groups } = layDraft(table, card);
  if (!mayJoin(table.task, groups.support, column)) return Infinity;
  const laid = layOn(splitGroups(table.task.records, groups, column), card);
  const price = priceNewcomer(table, laid, Infinity);
  return Math.min(...allowedPoints(table.task.limits[column]!).map((points) => price(points).loss));
}
