import { describe, expect, it } from 'vitest';
import { logOddsRatio } from './log-odds-ratio.ts';

describe('logOddsRatio', () => {
  // R: t <- matrix(c(a, b, c, d), 2) + .5; log(t[1] * t[4] / (t[2] * t[3])); sqrt(sum(1 / t))
  // statsmodels 0.15: t = Table2x2(numpy.array([[a, b], [c, d]]) + .5); t.log_oddsratio, t.log_oddsratio_se
  it.each([
    [8, 2, 4, 10, 2.0710732920093196, 0.9138420959245896],
    [5, 0, 0, 5, 4.795790545596741, 2.088931871468374],
    [0, 0, 0, 1, 1.0986122886681098, 2.581988897471611],
    [1, 0, 0, 0, 1.0986122886681098, 2.581988897471611],
    [999_999, 1, 1, 999_999, 26.82008989971197, 1.1547014044047634],
    [3, 300_000, 3, 700_000, 0.8472969080073851, 0.7559320957114848],
  ])('of %d, %d, %d and %d adds a half to each', (...row) => {
    const [a, b, c, d, estimate, error] = row;
    const ratio = logOddsRatio(a, b, c, d);
    expect(ratio.estimate / estimate).toBeCloseTo(1, 13);
    expect(ratio.error / error).toBeCloseTo(1, 13);
  });

  it('is mirrored when the columns swap', () => {
    expect(logOddsRatio(2, 8, 10, 4).estimate).toBeCloseTo(-logOddsRatio(8, 2, 4, 10).estimate, 13);
  });
});
