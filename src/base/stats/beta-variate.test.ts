import { describe, expect, it } from 'vitest';
import { betaVariate } from './beta-variate.ts';
import { createRandom } from './create-random.ts';

describe('betaVariate', () => {
  // SciPy 1.17.1: stats.beta(a, b).ppf([.05, .25, .5, .75, .95])
  it.each([
    {
      a: 8,
      b: 4,
      cuts: [0.43562581171077, 0.57952896605759, 0.67619553741481, 0.7635974370075, 0.86492452708036],
    },
    { a: 0.5, b: 0.5, cuts: [0.0061558297024311, 0.14644660940673, 0.5, 0.85355339059327, 0.99384417029757] },
    {
      a: 30,
      b: 1.5,
      cuts: [0.87880882295996, 0.93434122611897, 0.9616446477048, 0.98015624770975, 0.99420088423217],
    },
    { a: 2, b: 0.05, cuts: [0.84301370613076, 0.99880344073479, 0.99999964057006] },
  ])('with a $a and b $b falls below the quantiles of SciPy as often as it should', ({ a, b, cuts }) => {
    const random = createRandom(19);
    const drawn = Float64Array.from({ length: 40_000 }, () => betaVariate(random, { a, b }));
    [0.05, 0.25, 0.5, 0.75, 0.95].slice(0, cuts.length).forEach((share, i) => {
      const below = drawn.filter((value) => value <= cuts[i]!).length / drawn.length;
      expect(Math.abs(below - share)).toBeLessThan(0.012);
    });
  });

  it('with parameters near nothing is 0 or 1, never unknown', () => {
    const random = createRandom(4);
    const drawn = Array.from({ length: 2000 }, () => betaVariate(random, { a: 1e-7, b: 1e-7 }));
    expect(drawn.every((value) => value >= 0 && value <= 1)).toBe(true);
    const ones = drawn.filter((value) => value > 0.5).length / drawn.length;
    expect(Math.abs(ones - 0.5)).toBeLessThan(0.05);
  });
});
