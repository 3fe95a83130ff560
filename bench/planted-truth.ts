import { fieldsOf } from '../src/base/expr/index.ts';
import { createRandom } from '../src/base/stats/index.ts';
import type { Pattern } from '../src/stages/discovery/index.ts';
import { bestThird, type Customers, drawCustomers, holds, type Trait } from './discovery-simulation.ts';

const POPULATION = 60_000;

/** What is true of a pattern that was found among simulated customers. */
export interface Truth {
  /** Log odds ratio of the pattern in the population. */
  readonly odds: number;
  /** Which trait is about exactly the pattern's fields; null when none is. */
  readonly trait: number | null;
  /** Whether every field of the pattern carries a trait. */
  readonly planted: boolean;
  /** Jaccard of the pattern with that trait. */
  readonly jaccard: number | null;
}

/** Draws a population with the traits, in which any pattern can be looked up. */
export function createTruth(traits: readonly Trait[]): (pattern: Pattern, customers: Customers) => Truth {
  const plantedColumns = traits.flatMap(({ kind }, t) => (kind === 'pair' ? [t, t] : [t]));
  const population = drawCustomers(createRandom(7), {
    n: POPULATION,
    fields: plantedColumns.length,
    traits,
  });
  const best = bestThird(population.value);
  return ({ conditions }, customers) => {
    const fields = [...new Set(conditions.flatMap(fieldsOf))].map((id) => Number(id.slice(1)));
    const planted = fields.every((f) => f < plantedColumns.length);
    const trait = planted ? traitWith(plantedColumns, fields) : null;
    const inside = coverOf(population, conditions.filter(isAbout((f) => f < plantedColumns.length)));
    const noise = coverOf(customers, conditions.filter(isAbout((f) => f >= plantedColumns.length)));
    return {
      odds:
        planted || fields.some((f) => f < plantedColumns.length) ? oddsOf(inside, best, meanOf(noise)) : 0,
      trait,
      planted,
      jaccard: trait === null ? null : overlap(inside, population.has[trait]!),
    };
  };
}

function traitWith(plantedColumns: readonly number[], fields: readonly number[]): number | null {
  const trait = plantedColumns[fields[0]!]!;
  const wanted = plantedColumns.filter((t) => t === trait).length;
  return fields.length === wanted && fields.every((f) => plantedColumns[f] === trait) ? trait : null;
}

type Condition = Pattern['conditions'][number];

function isAbout(test: (field: number) => boolean): (condition: Condition) => boolean {
  return (condition) => fieldsOf(condition).every((id) => test(Number(id.slice(1))));
}

function coverOf({ value, columns }: Customers, conditions: readonly Condition[]): readonly boolean[] {
  return Array.from(value, (_, i) =>
    conditions.every((condition) => {
      const [field] = fieldsOf(condition);
      return holds(condition, columns[Number(field!.slice(1))]!.values[i] ?? null);
    }),
  );
}

/**
 * Log odds ratio of a condition on the traits, joined with conditions on noise that hold for a share of all: who meets
 * those is no better than who does not.
 */
function oddsOf(inside: readonly boolean[], best: Uint8Array, noiseShare: number): number {
  let cover = 0;
  let bestInside = 0;
  inside.forEach((yes, i) => {
    if (yes) cover++;
    if (yes) bestInside += best[i]!;
  });
  const all = best.reduce((sum, y) => sum + y, 0);
  const a = bestInside * noiseShare;
  const b = (cover - bestInside) * noiseShare;
  return Math.log((a * (best.length - all - b)) / (b * (all - a)));
}

function overlap(one: readonly boolean[], other: readonly boolean[]): number {
  let both = 0;
  let either = 0;
  one.forEach((yes, i) => {
    if (yes && other[i]!) both++;
    if (yes || other[i]!) either++;
  });
  return both / either;
}

function meanOf(flags: readonly boolean[]): number {
  return flags.filter(Boolean).length / flags.length;
}
