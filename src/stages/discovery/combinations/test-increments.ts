import { createShuffler, type Trial } from '../grain.ts';
import { acrossFamilies, type Search } from '../round.ts';
import type { Increment, IncrementTrial } from './increments.ts';

/** A combination with the evidence that it is more than its parts. */
export interface TestedIncrement {
  readonly increment: Increment;
  /** Of the contrast, positive in the direction of the combination, after the design effect. */
  readonly z: number;
  /** Chance of a z so large in the whole family of combinations, over the family's share of alpha. */
  readonly pAdjusted: number;
}

/** Permutations between two looks at whether a verdict can still change. */
const CHUNK = 250;

/**
 * Tests all combinations against the largest increment that permutations of the residual scores give anywhere among
 * them (Freedman and Lane 1983), step by step down the list (Westfall and Young 1993): the strongest is held against
 * all, each next one against itself and the weaker ones. The same combinations are counted on every permutation. Stops
 * early once nothing can be supported any more; what is then given lies above alpha.
 */
export function testIncrements(
  search: Search,
  trials: readonly IncrementTrial[],
): readonly TestedIncrement[] {
  const { plan, random } = search;
  const laid = trials.map(({ trial, increments }) => ({ trial, increments: [...increments] }));
  const tested = laid.flatMap(({ increments }) => increments);
  const z = laid.flatMap(({ trial, increments }) => increments.map((one) => zOf(one, trial)));
  if (tested.length === 0) return [];
  const falling = z.map((_, i) => i).sort((a, b) => z[b]! - z[a]!);
  const shufflers = laid.map(({ trial }) => createShuffler(trial, random));
  const hits = new Int32Array(tested.length);
  let done = 0;
  while (done < plan.permutations) {
    const to = Math.min(done + CHUNK, plan.permutations);
    for (; done < to; done++) {
      const drawn = laid.flatMap(({ trial, increments }, t) => zScores(shufflers[t]!(), increments, trial));
      countHits(hits, { z, drawn, falling });
    }
    const least = acrossFamilies((1 + hits[falling[0]!]!) / (plan.permutations + 1), 'combined', plan);
    if (least > plan.alpha) break;
  }
  let running = 0;
  return falling.map((i) => {
    running = Math.max(running, acrossFamilies((1 + hits[i]!) / (done + 1), 'combined', plan));
    return { increment: tested[i]!, z: z[i]!, pAdjusted: running };
  });
}

function countHits(
  hits: Int32Array,
  {
    z,
    drawn,
    falling,
  }: {
    readonly z: readonly number[];
    readonly drawn: readonly number[];
    readonly falling: readonly number[];
  },
): void {
  let largest = Number.NEGATIVE_INFINITY;
  for (let place = falling.length - 1; place >= 0; place--) {
    const i = falling[place]!;
    if (drawn[i]! > largest) largest = drawn[i]!;
    if (largest >= z[i]! - 1e-9) hits[i]!++;
  }
}

/** z of each contrast in the direction of its combination: sum of scores times contrast, over the residual deviation. */
function zScores(
  scores: Float64Array,
  increments: readonly Increment[],
  { basis }: Pick<Trial, 'basis'>,
): number[] {
  let squares = 0;
  for (let i = 0; i < scores.length; i++) squares += scores[i]! * scores[i]!;
  const deviation = Math.sqrt(squares / (scores.length - (basis?.length ?? 1)));
  return increments.map(({ contrast, sign }) => {
    let sum = 0;
    for (let i = 0; i < scores.length; i++) sum += scores[i]! * contrast[i]!;
    return deviation > 0 ? (sign * sum) / deviation : 0;
  });
}

/** z of one contrast on the real scores, after its design effect. */
export function zOf(increment: Increment, trial: Trial): number {
  return zScores(trial.scores, [increment], trial)[0]! / Math.sqrt(increment.design);
}
