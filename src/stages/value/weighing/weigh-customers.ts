import { componentStandings } from './component-standings.ts';
import { drawLine } from './draw-line.ts';
import { noLine } from './no-line.ts';
import { tooFewCustomers } from './too-few-customers.ts';
import type { ComponentColumn, ComponentStanding, LineShortfall, WeighedCustomers } from './types.ts';
import { valueColumns } from './value-columns.ts';
import { valueRanks } from './value-ranks.ts';

/** Nothing is left to rank by. */
export interface NothingCounts {
  readonly kind: 'no-components';
  readonly standings: readonly ComponentStanding[];
}

/**
 * Ranks customers under some weights and draws the line under the top third (statistics of value): the one rule behind
 * the ranking and behind sliders that move it, small and pure enough for a browser.
 *
 * @example
 * weighCustomers([{ percentiles, weight: 3, given: false, standsFor: null }], 120);
 */
export function weighCustomers(
  components: readonly ComponentColumn[],
  rows: number,
): WeighedCustomers | LineShortfall | NothingCounts {
  const tooFew = tooFewCustomers(rows, rows);
  if (tooFew !== null) return tooFew;
  const standings = componentStandings(components);
  const counted = components.filter((_, c) => standings[c]!.leftOut === null);
  if (counted.length === 0) return { kind: 'no-components', standings };
  const valued = valueColumns(counted, rows);
  const line = drawLine(valued.values);
  const shortfall = tooFewCustomers(line.of, rows) ?? noLine(line);
  return shortfall ?? { kind: 'weighed', standings, valued, ranks: valueRanks(valued), line };
}
