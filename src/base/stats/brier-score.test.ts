import { describe, expect, it } from 'vitest';
import { brierScore } from './brier-score.ts';

describe('brierScore', () => {
  // scikit-learn 1.9.1: brier_score_loss([1, 0, 1], [.8, .4, .35])
  it('of three forecasts is that of scikit-learn', () => {
    expect(brierScore([0.8, 0.4, 0.35], [1, 0, 1])).toBeCloseTo(0.2075, 15);
  });

  // i = numpy.arange(1000); brier_score_loss((i * i) % 7 < 2, ((i * 37) % 101 + .5) / 101)
  it('of a thousand forecasts is that of scikit-learn', () => {
    const rows = Array.from({ length: 1000 }, (_, i) => i);
    const probabilities = rows.map((i) => (((i * 37) % 101) + 0.5) / 101);
    const labels = rows.map((i) => Number((i * i) % 7 < 2));
    expect(brierScore(probabilities, labels)).toBeCloseTo(0.3351302813449662, 13);
  });

  it('is 0 for perfect forecasts and 1 for certain and wrong ones', () => {
    expect(brierScore([1, 0], [1, 0])).toBe(0);
    expect(brierScore([1, 0], [0, 1])).toBe(1);
  });

  it('leaves unknown forecasts out and is unknown for nothing', () => {
    expect(brierScore([0.5, Number.NaN], [1, 0])).toBe(0.25);
    expect(brierScore([], [])).toBeNaN();
  });
});
