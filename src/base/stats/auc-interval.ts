import { mean } from './mean.ts';
import { midranks } from './midranks.ts';
import { normalQuantile } from './normal-quantile.ts';
import { variance } from './variance.ts';

/** An AUC with its standard error and interval. */
export interface AucInterval {
  readonly auc: number;
  readonly error: number;
  readonly low: number;
  readonly high: number;
}

/**
 * `auc` with the interval of DeLong, DeLong and Clarke-Pearson (1988), computed from ranks (Sun and Xu 2014), cut to
 * 0..1. It rests on a normal approximation: with fewer than about ten in a group, or an AUC of exactly 1 (where its
 * error is 0), it is too narrow. A group of one gives an error and interval of NaN.
 *
 * @param level the confidence, as 0.9 for 90%.
 * @example
 * aucInterval(Float64Array.of(1, 2, 3, 4), [0, 1, 0, 1], 0.9).auc; // 0.75
 */
export function aucInterval(scores: Float64Array, labels: ArrayLike<number>, level: number): AucInterval {
  const placement = placements(scores, labels);
  const value = mean(placement.members);
  const error = Math.sqrt(
    variance(placement.members) / placement.members.length +
      variance(placement.others) / placement.others.length,
  );
  const half = -normalQuantile((1 - level) / 2) * error;
  return { auc: value, error, low: Math.max(0, value - half), high: Math.min(1, value + half) };
}

/** For each member the share of others it beats; for each other the share of members that beat it. */
function placements(
  scores: Float64Array,
  labels: ArrayLike<number>,
): { members: Float64Array; others: Float64Array } {
  const known = (score: number): boolean => !Number.isNaN(score);
  const memberScores = scores.filter((score, i) => known(score) && labels[i] !== 0);
  const otherScores = scores.filter((score, i) => known(score) && labels[i] === 0);
  const pooled = new Float64Array(memberScores.length + otherScores.length);
  pooled.set(memberScores);
  pooled.set(otherScores, memberScores.length);
  const all = midranks(pooled);
  const within = { members: midranks(memberScores), others: midranks(otherScores) };
  return {
    members: within.members.map((rank, i) => (all[i]! - rank) / otherScores.length),
    others: within.others.map((rank, i) => 1 - (all[memberScores.length + i]! - rank) / memberScores.length),
  };
}
