import { checkValueOptions } from './check-value-options.ts';
import { drawLine, type Line } from './draw-line.ts';
import { noComponents } from './no-components.ts';
import { noLine } from './no-line.ts';
import { type Customer, selectCustomers } from './select-customers.ts';
import { tooFewCustomers } from './too-few-customers.ts';
import type { CustomerFacts, ValueOptions, ValueShortfall } from './types.ts';
import { type ValuedCustomers, valueCustomers } from './value-customers.ts';
import { type WeighedComponent, weighComponents } from './weigh-components.ts';

/** Customers with their values, and the line under the best. */
export interface ValueLine {
  readonly kind: 'line';
  readonly customers: readonly Customer[];
  readonly warnings: readonly string[];
  /** All components, and those that count. */
  readonly weighed: readonly WeighedComponent[];
  readonly counted: readonly WeighedComponent[];
  readonly valued: ValuedCustomers;
  readonly line: Line;
}

/** Values the customers that the options choose and draws the line under the best; or says what is missing for it. */
export function valueLine(all: readonly CustomerFacts[], options: ValueOptions): ValueLine | ValueShortfall {
  checkValueOptions(options);
  const { customers, warnings } = selectCustomers(all, options);
  const of = customers.length;
  const tooFew = tooFewCustomers(of, of);
  if (tooFew !== null) return tooFew;
  const weighed = weighComponents(customers, options.weights);
  const counted = weighed.filter(({ component }) => component.leftOut === null);
  if (counted.length === 0) return noComponents(weighed);
  const valued = valueCustomers(counted, of);
  const line = drawLine(valued.values);
  const shortfall = tooFewCustomers(line.of, of) ?? noLine(line);
  return shortfall ?? { kind: 'line', customers, warnings, weighed, counted, valued, line };
}

/** Places by value of the ranked customers, in their order: 1 is the best, ties share the smaller place. */
export function valueRanks({ ranked, values }: ValuedCustomers): readonly number[] {
  let rank = 0;
  return ranked.map((row, place) => {
    if (place === 0 || values[row] !== values[ranked[place - 1]!]) rank = place + 1;
    return rank;
  });
}
