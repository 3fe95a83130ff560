import { softplus } from '../../../base/stats/index.ts';
import { type Groups, groupBy } from './groups.ts';
import { supportOf } from './support-of.ts';
import type { FoldedRecords, LearnedCard } from './types.ts';

/** Nats by which a card may always be worse: the data then speak for the best at most e^2 = 7.4 times as clearly. */
const NEAR = 2;

/** Which cards count as others, and how many are wanted. */
export interface NearEqualOptions {
  /** What each column is about; null where each column is a field of its own. */
  readonly fields: readonly string[] | null;
  /** Whether a person can search a company database by the column; null where that does not matter. */
  readonly searchable: readonly boolean[] | null;
  readonly most: number;
}

/**
 * The best of the learned cards and others that the records do not tell from it, each of which uses other fields than
 * the rest: those of searchable columns only come first, then those with less loss. A card is near when it costs at
 * most 2 nats more than the best, or no more than one standard error of their difference over the records (the
 * variance of the log likelihood ratio of two models that do not contain each other, Vuong 1989).
 *
 * @param cards of one `learnCards` that kept a dozen or so, the best first.
 */
export function nearEqualCards(
  records: FoldedRecords,
  cards: readonly LearnedCard[],
  { fields, searchable, most }: NearEqualOptions,
): readonly LearnedCard[] {
  const [best, ...others] = cards;
  if (best === undefined) return [];
  const isSearchable = ({ points }: LearnedCard): boolean =>
    supportOf(points).every((column) => searchable?.[column] ?? true);
  const bySearch = (a: LearnedCard, b: LearnedCard): number =>
    Number(isSearchable(b)) - Number(isSearchable(a)) || a.loss - b.loss;
  const near = others.filter((card) => card.loss - best.loss <= tolerance(records, best, card));
  const chosen = new Map([[fieldsOf(best, fields), best]]);
  for (const card of near.sort(bySearch)) {
    const name = fieldsOf(card, fields);
    if (chosen.size < most && !chosen.has(name)) chosen.set(name, card);
  }
  return [...chosen.values()].sort(bySearch);
}

function fieldsOf({ points }: LearnedCard, fields: readonly string[] | null): string {
  const names = supportOf(points).map((column) => fields?.[column] ?? `${column}`);
  return JSON.stringify([...new Set(names)].sort());
}

/** Nats by which the second card may be worse and still be near the first. */
function tolerance(records: FoldedRecords, first: LearnedCard, second: LearnedCard): number {
  const columns = new Set([...supportOf(first.points), ...supportOf(second.points)]);
  const groups = groupBy(records, [...columns]);
  const one = logOddsOf(groups, first);
  const two = logOddsOf(groups, second);
  const sums = { records: 0, differences: 0, squares: 0 };
  const add = (times: number, difference: number): void => {
    sums.records += times;
    sums.differences += times * difference;
    sums.squares += times * difference ** 2;
  };
  for (let g = 0; g < groups.size; g++) {
    const positives = groups.positives[g]!;
    add(positives, softplus(-two[g]!) - softplus(-one[g]!));
    add(groups.weights[g]! - positives, softplus(two[g]!) - softplus(one[g]!));
  }
  return Math.max(NEAR, Math.sqrt(Math.max(0, sums.squares - sums.differences ** 2 / sums.records)));
}

function logOddsOf({ support, values, size }: Groups, { points, base, slope }: LearnedCard): Float64Array {
  const logOdds = new Float64Array(size).fill(base);
  support.forEach((column, i) => {
    for (let g = 0; g < size; g++) logOdds[g]! += slope * points[column]! * values[i]![g]!;
  });
  return logOdds;
}
