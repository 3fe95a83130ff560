import type { GroundSelector } from './lay-out.ts';

/** Rows, and the sum of their targets. */
export interface Tally {
  cover: number;
  sum: number;
}

/** Two bitsets, of which the rows in both are meant. */
export interface Both {
  readonly a: Int32Array;
  readonly b: Int32Array;
}

/** Measures the rows that two bitsets share against a quality. */
export interface Gauge {
  /** Rows and sum of all. */
  readonly all: Readonly<Tally>;
  /** Qualities up to this are none. */
  readonly floor: number;
  /** Differences up to this may be rounding. */
  readonly slack: number;
  /**
   * Counts as much into the tally as is needed for a bound, and returns it: no part of these rows that a further
   * condition leaves over has a higher quality, whatever is known of it (but for rounding).
   */
  readonly bound: (a: Int32Array, b: Int32Array, tally: Tally) => number;
  /** Counts all that one selector covers; returns the bound, as `bound` does. */
  readonly alone: (selector: GroundSelector, tally: Tally) => number;
  /** Counts the rest after `bound`; false, and not to the end, once it is certain that the quality is below the bar. */
  readonly finish: (both: Both, tally: Tally, bar: number) => boolean;
  /** Quality of the rows inside a conjunction, given those that are not known to be outside. */
  readonly quality: (inside: Readonly<Tally>, maybe: Readonly<Tally>) => number;
}

/** Share of all rows to the power of the quality. */
export function sizeFactor(cover: number, size: number, power: number): number {
  return power === 1 ? cover / size : (cover / size) ** power;
}

/** Mean of all rows that are known to be inside or outside. */
export function referenceOf(all: Readonly<Tally>, inside: Readonly<Tally>, maybe: Readonly<Tally>): number {
  return (all.sum - (maybe.sum - inside.sum)) / (all.cover - (maybe.cover - inside.cover));
}
