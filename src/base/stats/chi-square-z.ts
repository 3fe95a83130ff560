import { logGamma } from './log-gamma.ts';
import { zOfLogTail } from './z-of-log-tail.ts';

/**
 * The z-score that is exceeded as rarely as a chi-square of so many degrees of freedom: one measure for differences
 * among any number of groups. Exact in both tails, however far out; a chi-square of 0 gives -Infinity.
 *
 * @example
 * chiSquareZ(16.919, 9); // 1.645: both are exceeded in 1 of 20 cases
 */
export function chiSquareZ(chiSquare: number, degrees: number): number {
  const a = degrees / 2;
  const x = chiSquare / 2;
  const logFront = a * Math.log(x) - x - logGamma(a);
  return x < a + 1
    ? -zOfLogTail(logFront + Math.log(lowerSeries(a, x)))
    : zOfLogTail(logFront + Math.log(upperFraction(a, x)));
}

const ENOUGH = 1e-16;

/** The lower incomplete gamma function over x^a e^-x (Abramowitz and Stegun 6.5.29). */
function lowerSeries(a: number, x: number): number {
  let term = 1 / a;
  let sum = term;
  for (let n = 1; term > ENOUGH * sum; n++) {
    term *= x / (a + n);
    sum += term;
  }
  return sum;
}

/** The upper incomplete gamma function over x^a e^-x: Legendre's continued fraction (6.5.31), forwards after Lentz. */
function upperFraction(a: number, x: number): number {
  let odd = x + 1 - a;
  let numerator = Infinity;
  let denominator = 1 / odd;
  let value = denominator;
  for (let n = 1, factor = 0; Math.abs(factor - 1) > 4 * ENOUGH; n++) {
    const part = n * (a - n);
    odd += 2;
    numerator = odd + part / numerator;
    denominator = 1 / (odd + part * denominator);
    factor = numerator * denominator;
    value *= factor;
  }
  return value;
}
