import { type Card, type Laid, layDraft, layOn, NOTHING, priceDraft, type Table, tryColumn } from './card.ts';
import { startAt } from './create-costs.ts';

const STEPS = [-2, -1, 1, 2];

/** Moves the points of a card's own conditions by 1 and 2, one at a time, as long as that helps. */
export function polishCard(table: Table, card: Card): Card {
  let best = card;
  for (;;) {
    const next = moveOne(table, best);
    if (next === null) return best;
    best = next;
  }
}

/** The best card one move away, or null where none is better. */
function moveOne(table: Table, card: Card): Card | null {
  return bestMove(table, layDraft(table, card), card.loss - NOTHING);
}

/**
 * The best card with one condition moved, under a bar. The draft has its best line: the loss is convex, so that a move
 * against its slope cannot help unless it is cheaper.
 */
function bestMove(table: Table, laid: Laid, bar: number): Card | null {
  const { costs } = table;
  const { draft, groups } = laid;
  const priced = costs.ofPoints(draft.points);
  const uphill = slantsOf(laid);
  let best: Card | null = null;
  let least = bar;
  for (const [place, column] of groups.support.entries()) {
    const points = draft.points[column]!;
    const trial = tryColumn(laid, place);
    for (const to of movesOf(table, column, points)) {
      const price = priced + costs.ofMove(draft.points, column, to);
      if (price >= priced && uphill[place]! * (to - points) >= 0) continue;
      const line = startAt(draft.line, least - price);
      const loss = costs.ofTrial(trial, to, line) + price;
      if (loss >= least) continue;
      least = loss;
      best = { points: draft.points.with(column, to), line, loss };
    }
  }
  return best;
}

/** The best card two moves away (one condition by 1, and then any), or null where none is better. */
export function moveTwo(table: Table, card: Card): Card | null {
  const { groups } = layDraft(table, card);
  let best: Card | null = null;
  let least = card.loss - NOTHING;
  for (const column of groups.support) {
    for (const step of [-1, 1]) {
      const to = card.points[column]! + step;
      if (!isAllowed(table, column, to)) continue;
      const moved = layOn(groups, { ...card, points: card.points.with(column, to) });
      const found: Card | null = bestMove(table, { ...moved, draft: priceDraft(table, moved) }, least);
      if (found === null) continue;
      least = found.loss;
      best = found;
    }
  }
  return best;
}

/** Slope of the loss by the points of each condition, at the line of the draft and but for the factor of its slope. */
function slantsOf({ draft, groups, sums }: Laid): readonly number[] {
  const { base, slope } = draft.line;
  const rest = sums.map(
    (sum, g) => groups.weights[g]! / (1 + Math.exp(-base - slope * sum)) - groups.positives[g]!,
  );
  return groups.values.map((values) => {
    let slant = 0;
    for (let g = 0; g < rest.length; g++) slant += rest[g]! * values[g]!;
    return slant;
  });
}

/** Points that a condition may move to: off the card too, unless it is required. */
function movesOf(table: Table, column: number, points: number): readonly number[] {
  const moves = STEPS.map((step) => points + step);
  if (Math.abs(points) > 2) moves.push(0);
  return moves.filter((to) => isAllowed(table, column, to));
}

function isAllowed({ task }: Table, column: number, points: number): boolean {
  const { low, high, required } = task.limits[column]!;
  return points === 0 ? !required : points >= low && points <= high;
}
