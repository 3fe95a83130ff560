import { allowedPoints } from './allowed-points.ts';
import {
  type Card,
  type Draft,
  type Laid,
  layDraft,
  layOn,
  NOTHING,
  priceDraft,
  type Table,
  tryColumn,
} from './card.ts';
import { startAt } from './create-costs.ts';
import { fitSupport } from './fit-support.ts';
import { splitGroups } from './groups.ts';
import { mayJoin } from './may-join.ts';
import { mostWeight } from './most-weight.ts';
import { moveTwo, polishCard } from './polish-card.ts';
import { rateColumns } from './rate-columns.ts';
import { roundWeights } from './round-weights.ts';
import { supportOf } from './support-of.ts';

/** Columns tried in each place, those that promise most. */
const TRIED = 8;
/** How many times what a column promises may still be hoped for. */
const HOPE = 2;
/** Scales on which a card is tried again, the cheapest. */
const SCALES = 4;
/** Slope below which a weight says nothing of points. */
const LEAST_SLOPE = 1e-3;

/**
 * Local search on the exact loss: moves of points, conditions added and exchanged, until nothing helps.
 *
 * @param passed names of the cards that searches came by; one that meets another ends there, as both go on alike.
 */
export function improveCard(table: Table, start: Card, passed: Set<string>): Card {
  let card = polishCard(table, start);
  for (;;) {
    const name = card.points.join();
    if (passed.has(name)) return card;
    passed.add(name);
    const next = exchange(table, card) ?? moveTwo(table, card) ?? rescale(table, card);
    if (next === null) return card;
    card = polishCard(table, next);
  }
}

/** A better card with one condition more, or another in place of one; null where there is none. */
function exchange(table: Table, card: Card): Card | null {
  const { limits, most } = table.task;
  const support = supportOf(card.points);
  const places: (number | null)[] = support.filter((column) => !limits[column]!.required);
  if (support.length < most) places.unshift(null);
  for (const place of places) {
    const points = place === null ? card.points : card.points.with(place, 0);
    const better = bestNewcomer(table, { ...card, points }, card.loss - NOTHING);
    if (better !== null) return better;
  }
  return null;
}

/** A better card of the same conditions on another scale, or null: no single move leads there. */
function rescale(table: Table, card: Card): Card | null {
  const groups = table.grouping(supportOf(card.points));
  for (const rounded of roundWeights(table, fitSupport(table.task, groups, null)).slice(0, SCALES)) {
    const other = polishCard(table, rounded);
    if (other.loss < card.loss - NOTHING) return other;
  }
  return null;
}

/** The best card with one more condition, under a bar. */
export function bestNewcomer(table: Table, without: Draft, bar: number): Card | null {
  const { groups, sums } = layDraft(table, without);
  const shorter = priceDraft(table, { draft: without, groups, sums });
  let best: Card | null = null;
  let least = bar;
  for (const { column, weight, gain } of promising(table, shorter, { draft: shorter, groups, sums })) {
    if (shorter.loss - HOPE * gain > least) break;
    const liked = weight / Math.max(shorter.line.slope, LEAST_SLOPE);
    const laid = layOn(splitGroups(table.task.records, groups, column), shorter);
    const price = priceNewcomer(table, laid, least);
    const found = bestPoints(allowedPoints(table.task.limits[column]!), liked, price);
    if (found.loss >= least) continue;
    least = found.loss;
    best = found;
  }
  return best;
}

/**
 * Prices the points that the newest column of the groups may have on a card that has none for it; a loss above the bar
 * need not be exact.
 */
export function priceNewcomer({ costs }: Table, laid: Laid, bar: number): (points: number) => Card {
  const { draft, groups } = laid;
  const column = groups.support.at(-1)!;
  const trial = tryColumn(laid, groups.support.length - 1);
  const rest = costs.ofPoints(draft.points);
  return (points) => {
    const price = rest + costs.ofMove(draft.points, column, points);
    const line = startAt(draft.line, bar - price);
    return {
      loss: costs.ofTrial(trial, points, line) + price,
      points: draft.points.with(column, points),
      line,
    };
  };
}

/** The columns that promise most, and the weight that each would like. */
function promising({ task, costs }: Table, { line, points }: Card, { groups, sums }: Laid) {
  const logOdds = sums.map((sum) => line.base + line.slope * sum);
  const { gains, weights } = rateColumns(task.records, groups, { logOdds, most: mostWeight(task) });
  return Array.from(gains, (gain, column) => {
    const price = costs.ofMove(points, column, costs.cheapest[column]!);
    return { column, weight: weights[column]!, gain: gain - price };
  })
    .filter(({ column }) => mayJoin(task, groups.support, column))
    .sort((a, b) => b.gain - a.gain || a.column - b.column)
    .slice(0, TRIED);
}

/** The best points of a newcomer: from those it would like, up and down as long as that helps. */
function bestPoints(allowed: readonly number[], liked: number, price: (points: number) => Card): Card {
  const distance = (points: number): number => Math.abs(points - liked);
  const first = allowed.reduce(
    (nearest, p, i) => (distance(p) < distance(allowed[nearest]!) ? i : nearest),
    0,
  );
  let best = price(allowed[first]!);
  for (const step of [-1, 1]) {
    for (let i = first + step; i >= 0 && i < allowed.length; i += step) {
      const next = price(allowed[i]!);
      if (next.loss >= best.loss) break;
      best = next;
    }
  }
  return best;
}
