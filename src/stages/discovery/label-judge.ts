import type { Judge } from './judge.ts';

const ENOUGH = 1e-13;

/**
 * Judges by the label alone: the one-sided hypergeometric mid-p of the stronger direction. Strength is -ln of it.
 * It gives what `createMidPTable` gives, without a table for every number of best among the known (which changes
 * with each permutation when values are missing): half the point chance bounds the mid-p from below, so nearly all
 * conditions are dismissed by one look at log factorials and only rivals of the best are summed.
 *
 * @param largest the largest number of records of a column.
 */
export function createLabelJudge(largest: number): Judge {
  const logFactorial = new Float64Array(largest + 1);
  for (let i = 2; i <= largest; i++) logFactorial[i] = logFactorial[i - 1]! + Math.log(i);
  const logChoose = (n: number, k: number): number =>
    logFactorial[n]! - logFactorial[k]! - logFactorial[n - k]!;
  let size = 0;
  let best = 0;
  let logAll = 0;

  const upper = (k: number, draws: number, rival: number): number => {
    const logPoint = logChoose(best, k) + logChoose(size - best, draws - k) - logAll;
    if (Math.LN2 - logPoint <= rival) return rival;
    let term = 1;
    let total = 0.5;
    for (let j = k; j < Math.min(best, draws) && term > ENOUGH * total; j++) {
      term *= ((best - j) * (draws - j)) / ((j + 1) * (size - best - draws + j + 1));
      total += term;
    }
    return -logPoint - Math.log(total);
  };
  return {
    sides: 1,
    open: (known, sum) => {
      size = known;
      best = Math.round(sum);
    },
    strength: (sum, cover, rival) => {
      const k = Math.round(sum);
      logAll = logChoose(size, cover);
      return k * size >= best * cover ? upper(k, cover, rival) : upper(best - k, size - cover, rival);
    },
    p: (strength) => Math.exp(-strength),
  };
}
