import { checkValueOptions } from './check-value-options.ts';
import { measureComponents } from './measure-components.ts';
import { noComponents } from './no-components.ts';
import { type Customer, selectCustomers } from './select-customers.ts';
import type { CustomerFacts, ValueOptions, ValueShortfall } from './types.ts';
import { type WeighedComponent, weighComponents } from './weigh-components.ts';
import { tooFewCustomers, type WeighedCustomers, weighCustomers } from './weighing/index.ts';

/** Customers with their values, and the line under the best. */
export interface ValueLine extends Pick<WeighedCustomers, 'valued' | 'ranks' | 'line'> {
  readonly kind: 'line';
  readonly customers: readonly Customer[];
  readonly warnings: readonly string[];
  /** All components, and those that count. */
  readonly weighed: readonly WeighedComponent[];
  readonly counted: readonly WeighedComponent[];
}

/** Values the customers that the options choose and draws the line under the best; or says what is missing for it. */
export function valueLine(all: readonly CustomerFacts[], options: ValueOptions): ValueLine | ValueShortfall {
  checkValueOptions(options);
  const { customers, warnings } = selectCustomers(all, options);
  const tooFew = tooFewCustomers(customers.length, customers.length);
  if (tooFew !== null) return tooFew;
  const measured = measureComponents(customers, options.weights);
  const found = weighCustomers(
    measured.map(({ column }) => column),
    customers.length,
  );
  const weighed = weighComponents(measured);
  if (found.kind === 'no-components') return noComponents(weighed);
  if (found.kind !== 'weighed') return found;
  const counted = weighed.filter(({ component }) => component.leftOut === null);
  const { valued, ranks, line } = found;
  return { kind: 'line', customers, warnings, weighed, counted, valued, ranks, line };
}
