import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { estimateEffect, learnPrior, shrinkEffect } from './estimate-lift.ts';

describe('an effect that was searched for', () => {
  const odds = { estimate: 1.5, error: 0.5 };

  it('shrinks the more looks it took', () => {
    const one = shrinkEffect(odds, { z: 3, looks: 1, sides: 2 });
    const many = shrinkEffect(odds, { z: 3, looks: 50, sides: 2 });
    expect(one.shrunk).toBeCloseTo(1.5, 6);
    expect(many.shrunk).toBeLessThan(1);
    expect(many.shrunkError).toBeGreaterThan(0.5);
  });

  it('is drawn to nothing when all fields look like noise, and kept when its z is far out', () => {
    const quiet = Array.from({ length: 19 }, () =>
      shrinkEffect({ estimate: 0.1, error: 0.5 }, { z: 1, looks: 5, sides: 2 }),
    );
    const weak = shrinkEffect({ estimate: 0.8, error: 0.5 }, { z: 2.4, looks: 5, sides: 2 });
    const strong = shrinkEffect(odds, { z: 6, looks: 5, sides: 2 });
    const prior = learnPrior([...quiet, weak, strong]);
    expect(estimateEffect(weak, prior).point).toBeLessThan(0.2);
    expect(estimateEffect(strong, prior).point).toBeGreaterThan(1);
  });

  it('keeps its point inside its interval', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 4, noNaN: true }),
        fc.double({ min: 0.1, max: 2, noNaN: true }),
        fc.double({ min: 0, max: 8, noNaN: true }),
        (estimate, error, z) => {
          const effect = shrinkEffect({ estimate, error }, { z, looks: 10, sides: 2 });
          const { point, low, high } = estimateEffect(effect, learnPrior([effect]));
          expect(low).toBeLessThanOrEqual(point);
          expect(point).toBeLessThanOrEqual(high);
        },
      ),
    );
  });

  it('is hardly shrunk where it is certain, as in large samples', () => {
    const far = shrinkEffect({ estimate: 1.5, error: 0.015 }, { z: 100, looks: 20, sides: 2 });
    expect(far.shrunk / 1.5).toBeCloseTo(0.9997, 4);
    expect(far.evidence / 1.5).toBeCloseTo(0.9997, 4);
    expect(far.shrunkError / 0.015).toBeCloseTo(1, 3);
  });
});

/*
 * R: fz <- function(z) qnorm(pbeta(pmin(1, sides * pnorm(z, lower.tail = FALSE)), 1, looks) / 2, lower.tail = FALSE)
 * low <- max(0, z - .01); shrunk <- t * fz(z) / z; s <- e * max(1, (fz(z + .01) - fz(low)) / (z + .01 - low))
 * x <- fz(z) * e; G <- expand.grid(T = c(.5, 1, 1.5, 2.5), pi0 = c(.2, .4, .6, .8, .9, .95))
 * none <- function(x, e) dnorm(x, 0, sqrt(.05^2 + e^2)); some <- function(x, e, T) dnorm(x, 0, sqrt(T^2 + e^2))
 * w: pi0^3 * (1 - pi0)^.5 * the product over all effects of pi0 * none + (1 - pi0) * some, by row of G, of sum 1
 * l <- pi0 * none / (pi0 * none + (1 - pi0) * some); k <- T^2 / (T^2 + e^2); point <- sum(w * (1 - l) * t * k)
 * F <- function(u) sum(w * l * pnorm(u, 0, .05)) + sum(w * (1 - l) * pnorm(u, t * k, sqrt(k) * e))
 * low <- min(uniroot(function(u) F(u) - .05, c(-10, 10), tol = 1e-14)$root, shrunk - qnorm(.95) * s, point)
 * high <- max(t + qnorm(.95) * e, point)
 */
const REFERENCE = [
  {
    seen: { estimate: 0.1, error: 0.5, z: 1, looks: 5, sides: 2 },
    shrunk: [0.018693887714538858, 0.5, 0.093469438572694283],
    found: [0.011074586698238104, -0.80373292576119693, 0.92242681347573574],
  },
  {
    seen: { estimate: 0.8, error: 0.5, z: 2.4, looks: 5, sides: 2 },
    shrunk: [0.58486017500816878, 0.61228452782592013, 0.87729026251225317],
    found: [0.20775824365158477, -0.42225825131256522, 1.6224268134757358],
  },
  {
    seen: { estimate: 1.5, error: 0.5, z: 4, looks: 5, sides: 2 },
    shrunk: [1.3504744643846414, 0.54913746653598772, 1.8006326191795219],
    found: [1.1932862921960061, 0.025321254698909879, 2.3224268134757358],
  },
  {
    seen: { estimate: 0.3, error: 0.6, z: 0.2, looks: 5, sides: 1 },
    shrunk: [0.12274456515099574, 0.6, 0.049097826060398302],
    found: [0.034324350633949792, -0.86416761101988715, 1.2869121761708828],
  },
] as const;

describe('effects of one search', () => {
  const effects = REFERENCE.map(({ seen }) => shrinkEffect(seen, seen));

  it.each(REFERENCE)('shrink as in R: $seen', ({ seen, shrunk }) => {
    const effect = shrinkEffect(seen, seen);
    expect(effect.shrunk / shrunk[0]).toBeCloseTo(1, 11);
    expect(effect.shrunkError / shrunk[1]).toBeCloseTo(1, 11);
    expect(effect.evidence / shrunk[2]).toBeCloseTo(1, 11);
  });

  it.each(REFERENCE)('are estimated as in R: $seen', ({ seen, found }) => {
    const { point, low, high } = estimateEffect(shrinkEffect(seen, seen), learnPrior(effects));
    expect(point / found[0]).toBeCloseTo(1, 10);
    expect(low / found[1]).toBeCloseTo(1, 10);
    expect(high / found[2]).toBeCloseTo(1, 10);
  });
});
