/**
 * A polynomial at x by Horner's rule, highest power first.
 *
 * @example
 * polynomial([1, 0, -2], 3); // 9 - 2 = 7
 */
export function polynomial(coefficients: readonly number[], x: number): number {
  let value = 0;
  for (let i = 0; i < coefficients.length; i++) value = value * x + coefficients[i]!;
  return value;
}
