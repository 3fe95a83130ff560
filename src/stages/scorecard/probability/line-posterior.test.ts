import { describe, expect, it } from 'vitest';
import { countTotals } from './count-totals.ts';
import { eightTotals } from './eight-totals.fixture.ts';
import { linePosterior } from './line-posterior.ts';

const counts = countTotals(eightTotals);

describe('the posterior of the line', () => {
  // SciPy 1.17.1, without the normal approximation of the base: g(a, b) = the product of the beta-binomial likelihoods
  // (betaln as in beta-binomial.test.ts), sqrt(sig(a)(1 - sig(a))) and 1 / (1 + (b / 1.25)**2)
  // v = integrate.dblquad(g, 0, 8, -6, 5)[0]; numpy.log(v) - numpy.log(2 * numpy.pi) / 2
  // integrate.dblquad(lambda a, b: b * g(a, b), 0, 8, -6, 5)[0] / v
  it.each([
    { k: 2, evidence: -30.958171191554534, slope: 0.9919059127095438 },
    { k: 20, evidence: -28.468428420089413, slope: 1.2245381025540982 },
    { k: 200, evidence: -28.09007430900092, slope: 1.267810541858915 },
  ])('with k $k agrees with the exact integral', ({ k, evidence, slope }) => {
    const { logEvidence, lines, best } = linePosterior(counts, k);
    expect(Math.abs(logEvidence - evidence)).toBeLessThan(0.02);
    const weights = lines.map(({ logWeight }) => Math.exp(logWeight - best.logWeight));
    const all = weights.reduce((sum, weight) => sum + weight, 0);
    const mean = lines.reduce((sum, line, i) => sum + line.slope * weights[i]!, 0) / all;
    expect(Math.abs(mean - slope)).toBeLessThan(0.04);
  });

  // optimize.minimize_scalar(..., bounds=(0, 8), method='bounded') over the log weight of profile-line.test.ts
  it('is highest at the slope of SciPy', () => {
    expect(linePosterior(counts, 20).best.slope).toBeCloseTo(1.12599055, 3);
    expect(linePosterior(counts, 200).best.slope).toBeCloseTo(1.18126859, 3);
  });

  it('is flat where more points go with fewer outcomes', () => {
    const falling = [8, 6, 4, 2].map((positives, total) => ({ total, n: 10, positives }));
    const { best, lines } = linePosterior(countTotals(falling), 50);
    expect(best.slope).toBe(0);
    expect(lines[0]!.slope).toBe(0);
  });

  it('narrows with more accounts', () => {
    const times = (factor: number) =>
      linePosterior(
        countTotals(
          [1, 3, 5, 7].map((positives, total) => ({ total, n: 8 * factor, positives: positives * factor })),
        ),
        200,
      ).step;
    expect(times(1) / times(10_000)).toBeGreaterThan(4);
  });

  it('stays steep and finite where totals separate the outcome', () => {
    const apart = countTotals([
      { total: 0, n: 50, positives: 0 },
      { total: 4, n: 50, positives: 50 },
    ]);
    const { best, lines } = linePosterior(apart, 200);
    expect(best.slope).toBeGreaterThan(2);
    expect(lines.every(({ logWeight }) => Number.isFinite(logWeight))).toBe(true);
  });
});
