import type { Random } from './create-random.ts';

/**
 * A random share from the beta distribution, mean a / (a + b): what a rate may be once a - 1 of a + b - 2 records have
 * come (from a flat start). The ratio of two gamma variates (Marsaglia and Tsang 2000), taken in logarithms, so that
 * tiny parameters give 0 or 1 and never NaN.
 *
 * @param shape a and b, both above 0.
 * @example
 * betaVariate(createRandom(7), { a: 8, b: 4 }); // around 2/3
 */
export function betaVariate(random: Random, { a, b }: { readonly a: number; readonly b: number }): number {
  return 1 / (1 + Math.exp(logGammaVariate(random, b) - logGammaVariate(random, a)));
}

/** The logarithm of a gamma variate of scale 1; below shape 1 by u^(1/shape) times one of shape + 1. */
function logGammaVariate({ next, normal }: Random, shape: number): number {
  const boost = shape < 1 ? Math.log(1 - next()) / shape : 0;
  const center = (shape < 1 ? shape + 1 : shape) - 1 / 3;
  const spread = 1 / Math.sqrt(9 * center);
  for (;;) {
    const x = normal();
    const root = 1 + spread * x;
    if (root <= 0) continue;
    const cube = root * root * root;
    const bound = (x * x) / 2 + center * (1 - cube + Math.log(cube));
    if (Math.log(1 - next()) < bound) return Math.log(center * cube) + boost;
  }
}
