import { polynomial } from './polynomial.ts';

/**
 * The natural logarithm of the gamma function for x > 0: logarithms of factorials, binomial coefficients and beta
 * functions without overflow. Stirling's series after moving x up to at least 12 (Abramowitz and Stegun 6.1.41).
 * The error is below 1e-14 plus 1e-15 of the result; x <= 0 gives NaN.
 *
 * @example
 * logGamma(11); // ln(10!) = 15.104412573075518
 */
export function logGamma(x: number): number {
  if (!(x > 0)) return Number.NaN;
  if (x === Infinity) return Infinity;
  let moved = x;
  let product = 1;
  while (moved < 12) {
    product *= moved;
    moved += 1;
  }
  const inverse = 1 / moved;
  const series = inverse * polynomial(STIRLING, inverse * inverse);
  return (moved - 0.5) * Math.log(moved) - moved + HALF_LOG_TWO_PI + series - Math.log(product);
}

const HALF_LOG_TWO_PI = 0.9189385332046728;
const STIRLING = [1 / 156, -691 / 360360, 1 / 1188, -1 / 1680, 1 / 1260, -1 / 360, 1 / 12] as const;
