import type { Random } from './create-random.ts';

/**
 * A random number from the gamma distribution of scale 1: mean and variance are the shape. Of independent ones of shapes
 * a and b the share a's is of both has the beta distribution, what a rate may be once a - 1 of a + b - 2 records have come
 * (from a flat start). Marsaglia and Tsang (2000); below shape 1 by their u^(1/shape) times one of shape + 1. Shape 0
 * gives 0, and tiny shapes mostly do.
 *
 * @param shape 0 or more.
 * @example
 * gammaVariate(createRandom(7), 8); // around 8
 */
export function gammaVariate({ next, normal }: Random, shape: number): number {
  if (!(shape > 0)) return 0;
  const boost = shape < 1 ? (1 - next()) ** (1 / shape) : 1;
  const center = (shape < 1 ? shape + 1 : shape) - 1 / 3;
  const spread = 1 / Math.sqrt(9 * center);
  for (;;) {
    const x = normal();
    const root = 1 + spread * x;
    if (root <= 0) continue;
    const cube = root * root * root;
    const bound = (x * x) / 2 + center * (1 - cube + Math.log(cube));
    if (Math.log(1 - next()) < bound) return center * cube * boost;
  }
}
