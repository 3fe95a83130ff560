import { componentDefinitions } from './component-definitions.ts';
import type { MeasuredComponent } from './measure-components.ts';
import type { Measured } from './measured.ts';
import type { ValueComponent } from './types.ts';
import { type ComponentStanding, componentStandings } from './weighing/index.ts';

/** A component with its measurements and what became of it. */
export interface WeighedComponent {
  readonly component: ValueComponent;
  readonly measured: Measured;
  readonly warnings: readonly string[];
}

/** What became of every component, in words: whether it counts, and why not. */
export function weighComponents(measured: readonly MeasuredComponent[]): readonly WeighedComponent[] {
  const standings = componentStandings(measured.map(({ column }) => column));
  return measured.map((own, c) => describe(own, standings[c]!));
}

function describe(
  { definition, measured, column }: MeasuredComponent,
  standing: ComponentStanding,
): WeighedComponent {
  const { name, label, orientation } = definition;
  const { known, spread, leftOut } = standing;
  const of = column.percentiles.length;
  const counts = leftOut === null;
  const sparse = counts && known < of / 2;
  return {
    component: {
      name,
      label,
      orientation,
      weight: column.weight,
      known,
      effectiveWeight: counts ? column.weight * spread : 0,
      leftOut: leftOutWords({ definition, column }, standing),
      method: measured.method,
    },
    measured,
    warnings: [
      ...(counts ? measured.warnings : []),
      ...(sparse
        ? [
            `${capitalised(label)} counts because you gave it a weight, but it is known for only ${known} of ${of} customers.`,
          ]
        : []),
    ],
  };
}

function leftOutWords(
  { definition, column }: Pick<MeasuredComponent, 'definition' | 'column'>,
  { known, leftOut }: ComponentStanding,
): string | null {
  switch (leftOut) {
    case null:
      return null;
    case 'weight-zero':
      return 'its weight is 0';
    case 'only-when-asked':
      return 'it counts only when you give it a weight';
    case 'unknown':
      return 'it is not known for any customer';
    case 'rarely-known':
      return `it is known for only ${known} of ${column.percentiles.length} customers; give it a weight to count it all the same`;
    case 'constant':
      return `it is the same for all ${known} customers it is known for`;
    case 'said-by-another': {
      const rival = componentDefinitions.find(({ name }) => name === definition.standsFor);
      return `${rival?.label} says it already; give it a weight to count it all the same`;
    }
  }
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
