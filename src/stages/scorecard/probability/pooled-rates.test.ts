import { describe, expect, it } from 'vitest';
import { createRandom, variance } from '../../../base/stats/index.ts';
import { countTotals } from './count-totals.ts';
import { drawnRates, pooledRates } from './pooled-rates.ts';

const came = [2, 1, 5, 3, 0];
const counts = countTotals([6, 4, 9, 10, 0].map((n, total) => ({ total, n, positives: came[total]! })));
const line = { base: -0.4, slope: 0.5, k: 6 };

describe('pooled rates', () => {
  // scikit-learn 1.9.1: t, n, y = numpy.arange(5), numpy.array([6, 4, 9, 10, 0]), numpy.array([2, 1, 5, 3, 0])
  // m = (n * t).sum() / 29; s = numpy.sqrt((n * (t - m)**2).sum() / 29); pi = special.expit(-.4 + .5 * (t - m) / s)
  // isotonic_regression((y + 6 * pi) / (n + 6), sample_weight=n + 6)
  it('are those of scikit-learn', () => {
    const expected = [
      0.2827307602049041, 0.29220210628939136, 0.4433911344391356, 0.4433911344391356, 0.6410909284109997,
    ];
    pooledRates(counts, line).forEach((rate, place) => {
      expect(rate).toBeCloseTo(expected[place]!, 12);
    });
  });

  // SciPy 1.17.1: stats.beta(4 + 2 * pi, 38 - 2 * pi).ppf([.1, .5, .9]) with pi = special.expit(-.4 - .5)
  it('of draws have the beta distribution of each total where nothing is pooled', () => {
    const apart = countTotals([
      { total: 0, n: 40, positives: 4 },
      { total: 1, n: 40, positives: 36 },
    ]);
    const random = createRandom(5);
    const drawn = Array.from({ length: 20_000 }, () => drawnRates(apart, { ...line, k: 2 }, random)[0]!);
    [
      [0.1, 0.05310324],
      [0.5, 0.10280048],
      [0.9, 0.17311559],
    ].forEach(([share, cut]) => {
      expect(Math.abs(drawn.filter((rate) => rate < cut!).length / 20_000 - share!)).toBeLessThan(0.012);
    });
  });

  it('of draws are off the line on the same side where nobody has a total', () => {
    const empty = countTotals([
      { total: 0, n: 40, positives: 4 },
      { total: 9, n: 0, positives: 0 },
    ]);
    const flat = { base: -2, slope: 0, k: 4 };
    const random = createRandom(5);
    const drawn = Array.from({ length: 3000 }, () => drawnRates(empty, flat, random));
    const spreadAt = (place: number) => Math.sqrt(variance(drawn.map((rates) => rates[place]!)));
    expect(spreadAt(9)).toBeCloseTo(spreadAt(1), 2);
    expect(spreadAt(9)).toBeGreaterThan(2 * spreadAt(0));
  });
});
