import { createRandom } from '../../base/stats/index.ts';
import { drawsFor } from './draws-for.ts';
import type { ComponentName, ValueRanking } from './types.ts';
import { type Columns, drawLine, shareThatStays, weightedValues } from './weighing/index.ts';

/** What sensitivity is measured of: the ranked customers only, best first. */
export interface SensitivityInput {
  readonly columns: Columns;
  readonly weights: readonly number[];
  readonly names: readonly ComponentName[];
  readonly accountIds: readonly string[];
  /** 1 for the customers in the top third. */
  readonly best: Uint8Array;
  readonly seed: number;
}

/** How the top third moves with the weights. */
export interface Sensitivity {
  readonly summary: ValueRanking['sensitivity'];
  /** Per customer, the share of draws in which it is in the top third. */
  readonly bestShare: Float64Array;
}

/** Standard deviation of the logarithm of a weight: two draws in three lie between 0.6 and 1.65 times the weight. */
const WEIGHT_SPREAD = 0.5;
const CORE_SHARE = 0.9;

/**
 * Asks how much of the top third rests on the weights, which people argue about: every weight is multiplied by an
 * independent log-normal factor many times over, then each component is dropped and doubled in turn. Who is ranked
 * stays fixed; only the weights move.
 */
export function measureSensitivity(input: SensitivityInput): Sensitivity {
  const topThird = topThirdOf(input.columns);
  const random = createRandom(input.seed);
  const draws = drawsFor(input.columns.rows);
  const bestShare = new Float64Array(input.columns.rows);
  let overlap = 0;
  for (let draw = 0; draw < draws; draw++) {
    const top = topThird(input.weights.map((weight) => weight * Math.exp(WEIGHT_SPREAD * random.normal())));
    for (let i = 0; i < top.length; i++) bestShare[i]! += top[i]!;
    overlap += shareThatStays(input.best, top);
  }
  for (let i = 0; i < bestShare.length; i++) bestShare[i]! /= draws;
  return {
    bestShare,
    summary: {
      draws,
      seed: input.seed,
      overlap: overlap / draws,
      core: input.accountIds.filter((_, i) => bestShare[i]! >= CORE_SHARE),
      changes: changes(input, topThird),
    },
  };
}

type TopThird = (weights: readonly number[]) => Uint8Array;

function topThirdOf(columns: Columns): TopThird {
  const scratch = { values: new Float64Array(columns.rows), weights: new Float64Array(columns.rows) };
  const top = new Uint8Array(columns.rows);
  return (weights) => {
    const values = weightedValues(columns, weights, scratch);
    const { cut } = drawLine(values);
    for (let i = 0; i < top.length; i++) top[i] = values[i]! >= cut ? 1 : 0;
    return top;
  };
}

function changes(input: SensitivityInput, topThird: TopThird): ValueRanking['sensitivity']['changes'] {
  if (input.names.length < 2) return [];
  return input.names.flatMap((component, changed) =>
    (['dropped', 'doubled'] as const).map((change) => {
      const factor = change === 'dropped' ? 0 : 2;
      const top = topThird(input.weights.map((weight, c) => (c === changed ? weight * factor : weight)));
      return {
        component,
        change,
        overlap: shareThatStays(input.best, top),
        enter: input.accountIds.filter((_, i) => top[i] === 1 && input.best[i] === 0),
        leave: input.accountIds.filter((_, i) => top[i] === 0 && input.best[i] === 1),
      };
    }),
  );
}
