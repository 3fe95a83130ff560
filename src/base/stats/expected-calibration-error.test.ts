import { describe, expect, it } from 'vitest';
import { expectedCalibrationError } from './expected-calibration-error.ts';
import { reliabilityCurve } from './reliability-curve.ts';

describe('expectedCalibrationError', () => {
  // scikit-learn 1.9.1: i = numpy.arange(60); came, said = calibration_curve((i * i) % 11 < 5,
  //   ((i * 23) % 61 + .5) / 61, n_bins=5, strategy='quantile'); numpy.abs(came - said).mean()
  it('is the mean distance over bins of equally many records', () => {
    const rows = Array.from({ length: 60 }, (_, i) => i);
    const curve = reliabilityCurve(
      rows.map((i) => (((i * 23) % 61) + 0.5) / 61),
      rows.map((i) => Number((i * i) % 11 < 5)),
      5,
    );
    expect(expectedCalibrationError(curve)).toBeCloseTo(0.2770491803278688, 14);
  });

  it('weighs bins by their records', () => {
    const curve = reliabilityCurve([0.2, 0.6, 0.6, 0.6, 0.6, 0.9], [0, 1, 0, 1, 0, 1], 3);
    expect(expectedCalibrationError(curve)).toBeCloseTo((0.2 + 4 * 0.1 + 0.1) / 6, 14);
  });

  it('is 0 for shares that came as forecast and unknown without records', () => {
    expect(expectedCalibrationError(reliabilityCurve([0.5, 0.5], [1, 0], 2))).toBe(0);
    expect(expectedCalibrationError([])).toBeNaN();
  });
});
