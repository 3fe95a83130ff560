import { createRandom, type Random } from '../../base/stats/index.ts';
import { blendScore } from './blend-score.ts';
import { accountDesignEffect, designEffect } from './clusters.ts';
import { coverColumn } from './cover.ts';
import { fieldP } from './field-p.ts';
import { createShuffler, type Declared, type Grain, openTrial, type Scoring, type Trial } from './grain.ts';
import { type Found, findBest, type PermutationRun } from './run-round.ts';
import type { Sample } from './sample.ts';
import { createScan } from './scan-column.ts';
import type { SearchColumn } from './search-column.ts';
import { startQuarters } from './start-quarters.ts';
import type { CombinationQuality } from './types.ts';

/** How a search is to be run. */
export interface SearchPlan {
  readonly declared: readonly Declared[];
  readonly permutations: number;
  readonly seed: number;
  /** Largest chance of any false finding in the whole search. */
  readonly alpha: number;
  /** Look behind what is already supported. */
  readonly stepDown: boolean;
  /** Most conditions of one combination; 1 searches none. */
  readonly depth: 1 | 2 | 3 | 4;
  readonly quality: CombinationQuality;
  /** Compare only records that started in the same quarter: the outcomes of some are cut off by their time. */
  readonly withinQuarters: boolean;
}

/** A search under way: what is tested, and the one stream of randomness. */
export interface Search extends Scoring {
  readonly plan: SearchPlan;
  readonly random: Random;
}

/** What the search says of one column. */
export interface Finding {
  readonly found: Found;
  /** Independent looks that the column's search is worth. */
  readonly looks: number;
  /** Chance of a condition this strong somewhere in this column. */
  readonly q: number;
  /** The same anywhere in the search, `for` and `against` together. */
  readonly pAdjusted: number;
  /** The odds of the label point the way the score does. */
  readonly agrees: boolean;
}

/** One pass of the search: the strongest condition of each column, and permutations to compare with. */
export interface Round {
  readonly found: readonly (Found | null)[];
  readonly run: PermutationRun;
}

/** Starts a search of a sample. */
export function createSearch(sample: Sample, plan: SearchPlan): Search {
  const score = blendScore(sample.value, sample.label);
  const within = plan.withinQuarters ? startQuarters(sample) : null;
  return { sample, plan, score, within, random: createRandom(plan.seed) };
}

/**
 * Opens a round on the given columns.
 *
 * @param taken what is already supported, regressed out of the scores; null in the first round.
 */
export function openRound(
  search: Search,
  grains: readonly Grain[],
  taken: readonly Float64Array[] | null,
): Round {
  const trials = grains.map((grain) => openTrial(grain, search, taken));
  const columns = trials.flatMap((trial) => trial.grain.columns);
  const design = (trial: Trial, column: SearchColumn, levels: readonly number[]): number =>
    designOf(search, trial, coverColumn(search.sample, column.field, levels));
  return {
    found: trials.flatMap((trial) => trial.grain.columns.map((column) => findBest(trial, column, design))),
    run: {
      trials: trials.map((trial) => ({ trial, next: createShuffler(trial, search.random) })),
      columns,
      chances: columns.map(() => new Float64Array(search.plan.permutations)),
      scan: createScan(Math.max(1, ...columns.map((column) => column.counts.length))),
    },
  };
}

/** How much more a sum over a condition varies than over free records; 1 without clusters. */
export function designOf({ sample, score }: Search, { grain }: Trial, inside: Float64Array): number {
  if (sample.clusters === null) return 1;
  const effect = grain.byAccount ? accountDesignEffect : designEffect;
  return effect(score, inside, sample.clusters);
}

/** Hypotheses that share one part of alpha: those that were declared, the fields that are searched, combinations. */
export type Family = 'declared' | 'searched' | 'combined';

/** The family that a column's conditions are tested in. */
export function familyOf({ hypothesis }: SearchColumn): 'declared' | 'searched' {
  return hypothesis === null ? 'searched' : 'declared';
}

/**
 * A family's share of alpha (statistics.md, section 2): 4% for single conditions and 1% for combinations; once
 * anything was declared 2.5% for that, 2% and .5%. It is settled before the data are looked at.
 */
export function familyShare(
  family: Family,
  { declared, depth }: { readonly declared: readonly unknown[]; readonly depth: number },
): number {
  const asked = declared.length > 0 ? 0.5 : 0;
  if (family === 'declared') return asked;
  const combined = depth > 1 ? 0.2 : 0;
  return (1 - asked) * (family === 'combined' ? combined : 1 - combined);
}

/** Chance within a family over the family's share of alpha. */
export function acrossFamilies(chance: number, family: Family, plan: SearchPlan): number {
  return Math.min(1, chance / familyShare(family, plan));
}

/** Smallest field p over the columns of a family, for permutations `from` up to (not including) `to`. */
export function smallestChances(
  { run }: Round,
  looks: readonly number[],
  span: { readonly family: Family; readonly from: number; readonly to: number },
): Float64Array {
  const smallest = new Float64Array(span.to - span.from).fill(Number.POSITIVE_INFINITY);
  run.columns.forEach((column, c) => {
    if (familyOf(column) !== span.family) return;
    for (let b = span.from; b < span.to; b++) {
      const q = fieldP(run.chances[c]![b]!, looks[c]!);
      if (q < smallest[b - span.from]!) smallest[b - span.from] = q;
    }
  });
  return smallest;
}
