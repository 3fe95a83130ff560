/**
 * log(1 + e^x) without overflow: the log loss of log odds x against an outcome that did not come.
 *
 * @example
 * softplus(0); // 0.6931
 */
export function softplus(x: number): number {
  return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
}
