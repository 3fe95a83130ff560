import { zOfLogTail } from '../../base/stats/index.ts';
import type { Judge } from './judge.ts';

const ENOUGH = 1e-13;

/**
 * Judges by the label alone: the one-sided hypergeometric mid-p of the stronger direction. Strength is -ln of it.
 * It gives what `createMidPTable` gives, without a table for every number of best among the known (which changes
 * with each permutation when values are missing): half the point chance bounds the mid-p from below, so nearly all
 * conditions are dismissed by one look at log factorials and only rivals of the best are summed. The chance is right to
 * 1e-9 of itself up to 100,000 records, to 1e-8 at a million.
 *
 * @param largest the largest number of records of a column.
 */
export function createLabelJudge(largest: number): Judge {
  const logFactorial = logFactorials(largest);
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
    z: (strength) => Math.max(0, zOfLogTail(-strength)),
  };
}

/** ln i! of every i; what a sum loses by rounding is carried to the next (Kahan 1965), or a million would lose 1e-7. */
function logFactorials(largest: number): Float64Array {
  const logs = new Float64Array(largest + 1);
  let lost = 0;
  for (let i = 2; i <= largest; i++) {
    const step = Math.log(i) + lost;
    logs[i] = logs[i - 1]! + step;
    lost = step - (logs[i]! - logs[i - 1]!);
  }
  return logs;
}
