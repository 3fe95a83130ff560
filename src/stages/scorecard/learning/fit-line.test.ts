import { describe, expect, it } from 'vitest';
import { fitLine, type SlopeLimits, type Totals } from './fit-line.ts';

const totals: Totals = {
  size: 5,
  totals: Float64Array.of(0, 1, 2, 3, 5),
  weights: Float64Array.of(10, 8, 6, 5, 3),
  positives: Float64Array.of(1, 2, 3, 3, 3),
};

const fit = (limits: SlopeLimits, sums = totals, start = { base: 0, slope: 0.4 }) => {
  const line = { ...start, bar: Infinity, loss: 0 };
  fitLine(sums, limits, line);
  return line;
};

/** As if every total had another sign. */
const mirrored = { ...totals, totals: totals.totals.map((total) => -total) };

// SciPy 1.17.1: t, n, y = numpy.array([0, 1, 2, 3, 5]), numpy.array([10, 8, 6, 5, 3]), numpy.array([1, 2, 3, 3, 3])
// f = lambda v: (n * numpy.logaddexp(0, v[0] + v[1] * t) - y * (v[0] + v[1] * t)).sum()
// o = dict(method='Nelder-Mead', options=dict(xatol=1e-12, fatol=1e-14, maxiter=9999))
describe('the line of a card', () => {
  // scipy.optimize.minimize(f, [0, .4], **o)
  it('is the one with the least loss', () => {
    const line = fit({ most: 5, prior: null });
    expect(line.base).toBeCloseTo(-2.15922514, 6);
    expect(line.slope).toBeCloseTo(0.995885, 6);
    expect(line.loss).toBeCloseTo(15.575546356170694, 10);
  });

  // scipy.optimize.minimize(lambda v: f(v) + (v[1] - .4)**2 / (2 * .25**2), [0, .4], **o)
  it('is drawn to the slope that was believed before', () => {
    const line = fit({ most: 5, prior: { mean: 0.4, deviation: 0.25 } });
    expect(line.base).toBeCloseTo(-1.53372249, 6);
    expect(line.slope).toBeCloseTo(0.61874773, 6);
    expect(line.loss).toBeCloseTo(16.560574834174442, 10);
  });

  // scipy.optimize.minimize(lambda a: f([a[0], .5]), [0], **o)
  it('is no steeper than allowed', () => {
    const line = fit({ most: 0.5, prior: null });
    expect(line.slope).toBe(0.5);
    expect(line.base).toBeCloseTo(-1.33480202, 6);
    expect(line.loss).toBeCloseTo(16.681566932586193, 10);
  });

  it('is flat at the share of the outcome where more points go with fewer outcomes', () => {
    const line = fit({ most: 5, prior: null }, mirrored);
    expect(line.slope).toBe(0);
    expect(line.base).toBeCloseTo(Math.log(12 / 20), 6);
  });

  it('is found from far away', () => {
    for (const start of [
      { base: 30, slope: 5 },
      { base: -30, slope: 0 },
    ]) {
      expect(fit({ most: 5, prior: null }, totals, start).loss).toBeCloseTo(15.575546356170694, 10);
    }
  });

  it('stays finite where totals separate the outcome', () => {
    const apart = {
      size: 2,
      totals: Float64Array.of(0, 2),
      weights: Float64Array.of(4, 4),
      positives: Float64Array.of(0, 4),
    };
    const line = fit({ most: 3, prior: null }, apart);
    expect(line.slope).toBe(3);
    expect(line.base).toBeCloseTo(-3, 5);
  });
});
