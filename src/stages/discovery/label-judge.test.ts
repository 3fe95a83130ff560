import { describe, expect, it } from 'vitest';
import { createLabelJudge } from './label-judge.ts';

const ANY = -1;

function judged(row: readonly [number, number, number, number]) {
  const [k, population, best, cover] = row;
  const judge = createLabelJudge(population);
  judge.open(population, best, best);
  const strength = judge.strength(k, cover, ANY);
  return { strength, p: judge.p(strength), z: judge.z(strength) };
}

describe('the judge of labels', () => {
  // R: f <- function(k, K, n) phyper(k, K, N - K, n, lower.tail = FALSE) + dhyper(k, K, N - K, n) / 2
  // p <- if (k * N >= K * n) f(k, K, n) else f(K - k, K, N - n); qnorm(p, lower.tail = FALSE), at least 0
  it.each([
    [5, 20, 8, 6, 0.009391124871001032, 2.3498247922947062],
    [1, 20, 8, 6, 0.10557275541795663, 1.2504217845164298],
    [8, 30, 10, 9, 3.215175628968733e-5, 3.9964350534889865],
    [0, 30, 10, 9, 0.0058697923765389896, 2.5198770047374763],
    [40, 120, 40, 60, 1.8295914081198224e-17, 8.4233343587041123],
    [4, 12, 6, 8, 0.5, 0],
    [1, 2, 1, 1, 0.25, 0.67448975019608171],
    [0, 2, 1, 1, 0.25, 0.67448975019608171],
    [3, 5000, 3, 5, 2.401440672288119e-10, 6.2254133201287871],
    [600, 5000, 1667, 1700, 0.01790507527596492, 2.0990765804311264],
    [500, 5000, 1667, 1700, 1.0760971736991465e-5, 4.2484866862613018],
  ])('of %d best among %d with %d best and %d inside takes the stronger direction', (...row) => {
    const [k, population, best, cover, p, z] = row;
    const found = judged([k, population, best, cover]);
    expect(found.p / p).toBeCloseTo(1, 9);
    expect(found.z).toBeCloseTo(z, 9);
  });

  // python3: from mpmath import *; mp.dps = 60; K is best, n is cover, N the population
  // c = lambda n, k: loggamma(mpf(n) + 1) - loggamma(mpf(k) + 1) - loggamma(mpf(n) - k + 1)
  // f = lambda j: exp(c(K, j) + c(N - K, n - j) - c(N, n))
  // p = fsum(f(j) for j in range(k + 1, min(k + 5000, K, n) + 1)) + f(k) / 2; -log(p)
  // findroot(lambda z: log(erfc(z / sqrt(2)) / 2) / log(p) - 1, sqrt(-2 * log(p)))
  it.each([
    [3409, 1_000_000, 100_000, 30_000, 33.77643790916634, 7.8462516184483215],
    [4791, 1_000_000, 100_000, 30_000, 535.4660069427108, 32.59024749886975],
    [141_416, 1_000_000, 333_333, 400_000, 615.1090489597509, 34.94668709913403],
    [1500, 5000, 1667, 1700, 1909.279175071986, 61.71284278139468],
    [50_000, 1_000_000, 500_000, 50_000, 35974.422763732495, 268.2085458983895],
  ])('of %d best among %d with %d best and %d inside keeps its digits', (...row) => {
    const [k, population, best, cover, strength, z] = row;
    const found = judged([k, population, best, cover]);
    expect(Math.abs(found.strength - strength)).toBeLessThan(1e-8);
    expect(found.z / z).toBeCloseTo(1, 9);
  });

  it('need not sum up what cannot beat the best so far', () => {
    const judge = createLabelJudge(30);
    judge.open(30, 10, 10);
    expect(judge.strength(3, 9, 5)).toBe(5);
  });
});
