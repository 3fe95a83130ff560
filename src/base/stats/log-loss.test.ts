import { describe, expect, it } from 'vitest';
import { logLoss } from './log-loss.ts';

describe('logLoss', () => {
  // scikit-learn 1.9.1: log_loss([1, 0, 1], [.8, .4, .35])
  it('of three forecasts is that of scikit-learn', () => {
    expect(logLoss([0.8, 0.4, 0.35], [1, 0, 1])).toBeCloseTo(0.594597099859626, 14);
  });

  // i = numpy.arange(1000); log_loss((i * i) % 7 < 2, ((i * 37) % 101 + .5) / 101)
  it('of a thousand forecasts is that of scikit-learn', () => {
    const rows = Array.from({ length: 1000 }, (_, i) => i);
    const probabilities = rows.map((i) => (((i * 37) % 101) + 0.5) / 101);
    const labels = rows.map((i) => Number((i * i) % 7 < 2));
    expect(logLoss(probabilities, labels)).toBeCloseTo(1.005470105287584, 12);
  });

  it('of a coin is ln 2', () => {
    expect(logLoss([0.5, 0.5], [1, 0])).toBeCloseTo(Math.LN2, 15);
  });

  it('of a certain and wrong forecast is that of 1e-15', () => {
    expect(logLoss([0], [1])).toBeCloseTo(15 * Math.LN10, 10);
    expect(logLoss([1], [0])).toBeCloseTo(15 * Math.LN10, 0);
    expect(logLoss([1, 0], [1, 0])).toBeLessThan(1e-14);
  });

  it('leaves unknown forecasts out and is unknown for nothing', () => {
    expect(logLoss([0.5, Number.NaN], [1, 0])).toBeCloseTo(Math.LN2, 15);
    expect(logLoss([], [])).toBeNaN();
  });
});
