import { describe, expect, it } from 'vitest';
import { createRandom } from './create-random.ts';
import { gammaVariate } from './gamma-variate.ts';

describe('gammaVariate', () => {
  // SciPy 1.17.1: stats.gamma(shape).ppf([.05, .25, .5, .75, .95])
  it.each([
    { shape: 0.05, cuts: [5.57387548e-27, 5.31566189e-13, 5.57387844e-7, 0.00185673568385, 0.2659323024258] },
    {
      shape: 0.5,
      cuts: [0.00196607000001, 0.0507655221338, 0.2274682115598, 0.6616518484657, 1.920729410347],
    },
    { shape: 1.5, cuts: [0.1759231588746, 0.6062664515228, 1.182986942188, 2.054172467816, 3.907363951626] },
    { shape: 8, cuts: [3.9808227861893, 5.9561098487081, 7.6692494425008, 9.6844301102923, 13.148113802432] },
    {
      shape: 250,
      cuts: [224.573378186365, 239.161510096889, 249.666745794437, 260.475234782319, 276.563404467],
    },
  ])('of shape $shape falls below the quantiles of SciPy as often as it should', ({ shape, cuts }) => {
    const random = createRandom(19);
    const drawn = Float64Array.from({ length: 40_000 }, () => gammaVariate(random, shape));
    [0.05, 0.25, 0.5, 0.75, 0.95].forEach((share, i) => {
      const below = drawn.filter((value) => value <= cuts[i]!).length / drawn.length;
      expect(Math.abs(below - share)).toBeLessThan(0.012);
    });
  });

  it('of shape 0 is 0, and never unknown for tiny shapes', () => {
    const random = createRandom(4);
    expect(gammaVariate(random, 0)).toBe(0);
    const drawn = Array.from({ length: 2000 }, () => gammaVariate(random, 1e-9));
    expect(drawn.every((value) => value >= 0 && value < 1)).toBe(true);
  });
});
