import { checkValueOptions } from './check-value-options.ts';
import { measureComponents } from './measure-components.ts';
import { noComponents } from './no-components.ts';
import { selectCustomers } from './select-customers.ts';
import type { ComponentName, CustomerFacts, ValueOptions, ValueShortfall } from './types.ts';
import { weighComponents } from './weigh-components.ts';
import {
  type ComponentColumn,
  type ComponentStanding,
  componentStandings,
  type WeighedCustomers,
  weighCustomers,
} from './weighing/index.ts';

/** One component with what every customer has of it, whether it counts or not. */
export interface SheetComponent extends ComponentColumn, ComponentStanding {
  readonly name: ComponentName;
  readonly label: string;
  readonly orientation: 'high' | 'low';
  readonly defaultWeight: number;
  /** How its percentiles were made, in words. */
  readonly method: string;
  /** What was read of each customer; NaN is unknown. */
  readonly raw: Float64Array;
}

/** All that a ranking is made from, so that other weights can be tried on it; rows are customers. */
export interface ValueSheet {
  readonly customers: readonly CustomerFacts[];
  readonly components: readonly SheetComponent[];
  /** The ranking under the weights given, or why there is none. */
  readonly found: WeighedCustomers | ValueShortfall;
  readonly warnings: readonly string[];
}

/**
 * Measures every component of every customer that the options choose. With the percentiles here `weighCustomers` gives
 * under any weights what `rankCustomers` gives.
 *
 * @example
 * valueSheet(facts, { asOf: '2024-06-30', weights: {}, last: null, seed: 1 });
 */
export function valueSheet(all: readonly CustomerFacts[], options: ValueOptions): ValueSheet {
  checkValueOptions(options);
  const { customers, warnings } = selectCustomers(all, options);
  const measured = measureComponents(customers, options.weights);
  const columns = measured.map(({ column }) => column);
  const standings = componentStandings(columns);
  const weighed = weighComponents(measured);
  const found = weighCustomers(columns, customers.length);
  return {
    customers: customers.map(({ facts }) => facts),
    components: measured.map(({ definition, measured: { raw, method }, column }, c) => ({
      name: definition.name,
      label: definition.label,
      orientation: definition.orientation,
      defaultWeight: definition.weight,
      method,
      raw,
      ...column,
      ...standings[c]!,
    })),
    found: found.kind === 'no-components' ? noComponents(weighed) : found,
    warnings: [...warnings, ...weighed.flatMap((one) => one.warnings)],
  };
}
