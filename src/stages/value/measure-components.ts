import { type ComponentDefinition, componentDefinitions } from './component-definitions.ts';
import type { Measured } from './measured.ts';
import type { Customer } from './select-customers.ts';
import type { ValueOptions } from './types.ts';
import type { ComponentColumn } from './weighing/index.ts';

/** A component measured on some customers, and the same as a column to be weighed. */
export interface MeasuredComponent {
  readonly definition: ComponentDefinition;
  readonly measured: Measured;
  readonly column: ComponentColumn;
}

/** Measures every component, in the order in which they are shown, with the weight given for it or its default. */
export function measureComponents(
  customers: readonly Customer[],
  weights: ValueOptions['weights'],
): readonly MeasuredComponent[] {
  return componentDefinitions.map((definition) => {
    const given = weights[definition.name];
    const measured = definition.measure(customers);
    const place = componentDefinitions.findIndex(({ name }) => name === definition.standsFor);
    return {
      definition,
      measured,
      column: {
        percentiles: measured.percentiles,
        weight: given ?? definition.weight,
        given: given !== undefined,
        standsFor: place < 0 ? null : place,
      },
    };
  });
}
