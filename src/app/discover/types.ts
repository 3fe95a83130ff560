import type { Row } from '../../base/sql/index.ts';
import type { Contrast, Unit, ValueColumn } from '../../stages/discovery/index.ts';

/** One thing that is compared: a customer, a deal or an account, with the day its traits are read at. */
export interface ComparedUnit {
  readonly accountId: string | null;
  /** Day of the decision (start of the relation, creation of the deal); null when unknown. */
  readonly on: string | null;
  readonly label: 0 | 1;
  readonly value: number | null;
  /** Row of the deal with its own attributes: the unit itself, or the one that won the customer; else null. */
  readonly deal: Row | null;
}

/** All that is compared in one discovery. */
export interface Comparison {
  readonly kind: 'comparison';
  readonly contrast: Contrast;
  readonly unit: Unit;
  readonly units: readonly ComparedUnit[];
  readonly components: readonly ValueColumn[];
  /** Outcomes of some units are cut off by where records begin or end; left out, no. */
  readonly cutOff?: boolean;
  readonly warnings: readonly string[];
}

/** What a unit holds of a trait's field: its own value, or what was seen of a tool or a signal; null is unknown. */
export type Held =
  | string
  | number
  | boolean
  | readonly string[]
  | { readonly low: number | null; readonly high: number | null }
  | null;
