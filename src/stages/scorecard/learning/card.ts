import { type Costs, startAt, type Trial } from './create-costs.ts';
import type { Grouping } from './create-grouping.ts';
import type { Groups } from './groups.ts';
import type { Search } from './search.ts';
import { supportOf } from './support-of.ts';
import type { Line } from './types.ts';

/** Points, and a line near the one that suits them best. */
export interface Draft {
  readonly points: readonly number[];
  readonly line: Line;
}

/** A card under way: its points, its best line and what both cost. */
export interface Card extends Draft {
  readonly loss: number;
}

/** A draft as it lies on groups of records: the sum of points of each. */
export interface Laid {
  readonly draft: Draft;
  readonly groups: Groups;
  readonly sums: Float64Array;
}

/** What moves of cards need. */
export interface Table {
  readonly task: Search;
  readonly costs: Costs;
  readonly grouping: Grouping;
}

/** Changes that gain less are none: they would only turn in circles. */
export const NOTHING = 1e-6;

/** Lays a draft on the groups that its conditions make. */
export function layDraft({ grouping }: Table, draft: Draft): Laid {
  return layOn(grouping(supportOf(draft.points)), draft);
}

/** Lays a draft on groups; all its conditions are among their columns. */
export function layOn(groups: Groups, draft: Draft): Laid {
  const sums = new Float64Array(groups.size);
  for (const [i, column] of groups.support.entries())
    addTimes(sums, groups.values[i]!, draft.points[column]!);
  return { draft, groups, sums };
}

/** Prices a draft: the card with the best line. A loss above the bar need not be exact. */
export function priceDraft({ costs }: Table, { draft, groups, sums }: Laid, bar = Infinity): Card {
  const price = costs.ofPoints(draft.points);
  const line = startAt(draft.line, bar - price);
  const misfit = costs.ofTrial({ groups, rest: sums, values: new Float64Array(groups.size) }, 0, line);
  return { points: draft.points, line, loss: misfit + price };
}

/** Puts the column at one place of the support on trial. */
export function tryColumn({ groups, sums, draft }: Laid, place: number): Trial {
  const rest = sums.slice();
  const values = groups.values[place]!;
  addTimes(rest, values, -draft.points[groups.support[place]!]!);
  return { groups, rest, values };
}

/** Adds a multiple of the values to the sums, in place. */
function addTimes(sums: Float64Array, values: Float64Array, times: number): void {
  for (let g = 0; g < sums.length; g++) sums[g]! += times * values[g]!;
}
