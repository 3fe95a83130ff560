import { describe, expect, it } from 'vitest';
import { createRandom, mean } from '../../../base/stats/index.ts';
import { countTotals } from './count-totals.ts';
import { drawLines } from './draw-lines.ts';
import { eightTotals } from './eight-totals.fixture.ts';
import { linePosterior } from './line-posterior.ts';

const counts = countTotals(eightTotals);

describe('drawn lines', () => {
  // The mean slope of the exact integral with k 20: see line-posterior.test.ts
  it('have the mean slope of the posterior, none below 0', () => {
    const slopes = drawLines([linePosterior(counts, 20)], 4000, createRandom(3)).map(({ slope }) => slope);
    expect(Math.abs(mean(slopes) - 1.2245)).toBeLessThan(0.03);
    expect(Math.min(...slopes)).toBeGreaterThanOrEqual(0);
  });

  it('weigh k by its evidence and by 1/k', () => {
    const posteriors = [2, 20, 200].map((k) => linePosterior(counts, k));
    const drawn = drawLines(posteriors, 4000, createRandom(3));
    const weights = posteriors.map(({ k, logEvidence }) => Math.exp(logEvidence + 28) / k);
    const all = weights.reduce((sum, weight) => sum + weight, 0);
    posteriors.forEach(({ k }, i) => {
      const share = drawn.filter((line) => line.k === k).length / 4000;
      expect(Math.abs(share - weights[i]! / all)).toBeLessThan(0.02);
    });
  });
});
