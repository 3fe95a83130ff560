import type { ReliabilityBin } from './reliability-curve.ts';

/**
 * How far forecasts are off on average: the distance between the share that came and the mean forecast of each bin,
 * weighted by its records (Naeini, Cooper and Hauskrecht 2015). 0 is calibrated. Small samples make it look worse than
 * it is, for the shares that came scatter: with n in a bin by about 0.4 / sqrt(n). No bins give NaN.
 *
 * @param curve of `reliabilityCurve`.
 * @example
 * expectedCalibrationError(reliabilityCurve([0.1, 0.2, 0.7, 0.9], [0, 0, 1, 1], 2)); // (0.15 + 0.2) / 2 = 0.175
 */
export function expectedCalibrationError(curve: readonly ReliabilityBin[]): number {
  let off = 0;
  let records = 0;
  for (const { forecast, observed, n } of curve) {
    off += n * Math.abs(observed - forecast);
    records += n;
  }
  return off / records;
}
