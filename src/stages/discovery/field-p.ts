import { normalLogTail, normalQuantile, quantile, zOfLogTail } from '../../base/stats/index.ts';

/**
 * Number of independent looks that a field's search is worth: M with P(strongest p <= x) = 1 - (1 - x)^M at the 10%
 * quantile of the field's strongest p over the real and the permuted columns. About 1.1 for yes/no, 20 for windows
 * over ten bins.
 */
export function effectiveLooks(chances: ArrayLike<number>): number {
  const tenth = quantile(chances, 0.1);
  return Math.log(0.9) / Math.log1p(-Math.min(Math.max(tenth, 1e-15), 0.999));
}

/** The chance that a field's strongest condition looks this strong by luck: 1 - (1 - p)^looks. */
export function fieldP(p: number, looks: number): number {
  return -Math.expm1(looks * Math.log1p(-Math.min(p, 1)));
}

/** A z-score that accounts for the looks taken: the two-sided normal quantile of the field p of z. */
export function fieldZ(z: number, looks: number, sides: 1 | 2): number {
  const logQ = logFieldP(Math.log(sides) + normalLogTail(z), looks);
  return logQ < 0 ? zOfLogTail(logQ - Math.LN2) : 0;
}

/** The same by logarithms, as large samples need it: where p is too small for a number, q is looks times p. */
function logFieldP(logP: number, looks: number): number {
  const q = fieldP(Math.exp(logP), looks);
  return q > 1e-300 ? Math.log(q) : logP + Math.log(looks);
}

/** The z from which a field's strongest condition has a field p of at most q: the inverse of `fieldP`. */
export function zForFieldP(q: number, looks: number, sides: 1 | 2): number {
  return -normalQuantile(-Math.expm1(Math.log1p(-q) / looks) / sides);
}
