import { type ComponentDefinition, componentDefinitions } from './component-definitions.ts';
import type { Measured } from './measured.ts';
import type { Customer } from './select-customers.ts';
import type { ValueComponent, ValueOptions } from './types.ts';

/** A component with its measurements and what became of it. */
export interface WeighedComponent {
  readonly component: ValueComponent;
  readonly measured: Measured;
  readonly warnings: readonly string[];
}

/**
 * Measures every component and decides which count: those with a weight, known for at least half of the customers
 * (or for any, when the user gave the weight), not the same for everyone, and not said by another that counts.
 */
export function weighComponents(
  customers: readonly Customer[],
  weights: ValueOptions['weights'],
): readonly WeighedComponent[] {
  const weighed: WeighedComponent[] = [];
  for (const definition of componentDefinitions) {
    const given = weights[definition.name];
    const own = weigh(definition, customers, given);
    const rival = weighed.find(({ component }) => component.name === definition.standsFor)?.component;
    const said = given === undefined && own.component.leftOut === null && rival?.leftOut === null;
    weighed.push(said ? saidBy(own, rival.label) : own);
  }
  return weighed;
}

function saidBy({ component, measured }: WeighedComponent, label: string): WeighedComponent {
  const leftOut = `${label} says it already; give it a weight to count it all the same`;
  return { component: { ...component, effectiveWeight: 0, leftOut }, measured, warnings: [] };
}

function weigh(
  definition: ComponentDefinition,
  customers: readonly Customer[],
  given: number | undefined,
): WeighedComponent {
  const { name, label, orientation } = definition;
  const measured = definition.measure(customers);
  const weight = given ?? definition.weight;
  const known = measured.percentiles.filter((percentile) => !Number.isNaN(percentile)).length;
  const spread = standardDeviation(measured.percentiles, known);
  const leftOut = whyLeftOut({ weight, known, of: customers.length, spread, given: given !== undefined });
  const sparse = leftOut === null && known < customers.length / 2;
  return {
    component: {
      name,
      label,
      orientation,
      weight,
      known,
      effectiveWeight: leftOut === null ? weight * spread : 0,
      leftOut,
      method: measured.method,
    },
    measured,
    warnings: [
      ...(leftOut === null ? measured.warnings : []),
      ...(sparse
        ? [
            `${capitalised(label)} counts because you gave it a weight, but it is known for only ${known} of ${customers.length} customers.`,
          ]
        : []),
    ],
  };
}

interface Standing {
  readonly weight: number;
  readonly known: number;
  readonly of: number;
  readonly spread: number;
  readonly given: boolean;
}

function whyLeftOut({ weight, known, of, spread, given }: Standing): string | null {
  if (weight === 0) return given ? 'its weight is 0' : 'it counts only when you give it a weight';
  if (known === 0) return 'it is not known for any customer';
  if (!given && known < of / 2) {
    return `it is known for only ${known} of ${of} customers; give it a weight to count it all the same`;
  }
  return spread === 0 ? `it is the same for all ${known} customers it is known for` : null;
}

function standardDeviation(percentiles: Float64Array, known: number): number {
  let sum = 0;
  for (const percentile of percentiles) if (!Number.isNaN(percentile)) sum += percentile;
  const centre = sum / known;
  let squares = 0;
  for (const percentile of percentiles) if (!Number.isNaN(percentile)) squares += (percentile - centre) ** 2;
  const spread = Math.sqrt(squares / known);
  return spread > 1e-12 ? spread : 0;
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
