import { componentDefinitions } from './component-definitions.ts';
import type { ComponentName } from './types.ts';

/** A component with the weight it has unless the user gives another: for option lists and sliders. */
export interface DefaultWeight {
  readonly name: ComponentName;
  readonly label: string;
  readonly weight: number;
}

/** All components that a weight can be given to, in the order in which they are shown. */
export const defaultWeights: readonly DefaultWeight[] = componentDefinitions.map(
  ({ name, label, weight }) => ({
    name,
    label,
    weight,
  }),
);
