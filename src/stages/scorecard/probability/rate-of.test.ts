import { describe, expect, it } from 'vitest';
import { calibrateTotals } from './calibrate-totals.ts';
import { rateOf } from './rate-of.ts';

const calibration = calibrateTotals(
  [
    { total: -2, n: 8, positives: 1 },
    { total: 3, n: 8, positives: 5 },
  ],
  { seed: 1 },
);

describe('rateOf', () => {
  it('finds each total', () => {
    for (const rate of calibration.rates) expect(rateOf(calibration, rate.total)).toBe(rate);
  });

  it('beyond an end is that of the end, resting on no account', () => {
    expect(rateOf(calibration, 9)).toEqual({ ...calibration.rates.at(-1), total: 9, n: 0 });
    expect(rateOf(calibration, -7)).toEqual({ ...calibration.rates[0], total: -7, n: 0 });
  });

  it('refuses a total that is not whole', () => {
    expect(() => rateOf(calibration, 0.5)).toThrow('no whole total: 0.5');
  });
});
