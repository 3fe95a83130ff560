import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reliabilityCurve } from './reliability-curve.ts';

describe('reliabilityCurve', () => {
  // scikit-learn 1.9.1: i = numpy.arange(60)
  // calibration_curve((i * i) % 11 < 5, ((i * 23) % 61 + .5) / 61, n_bins=5, strategy='quantile')
  it('without ties is that of scikit-learn', () => {
    const rows = Array.from({ length: 60 }, (_, i) => i);
    const curve = reliabilityCurve(
      rows.map((i) => (((i * 23) % 61) + 0.5) / 61),
      rows.map((i) => Number((i * i) % 11 < 5)),
      5,
    );
    expect(curve.map(({ n }) => n)).toEqual([12, 12, 12, 12, 12]);
    [
      [0.09836065573770492, 7 / 12],
      [0.29508196721311475, 2 / 3],
      [0.4918032786885247, 2 / 3],
      [0.7021857923497268, 7 / 12],
      [0.901639344262295, 2 / 3],
    ].forEach(([forecast, observed], bin) => {
      expect(curve[bin]!.forecast).toBeCloseTo(forecast!, 14);
      expect(curve[bin]!.observed).toBeCloseTo(observed!, 14);
    });
  });

  it('keeps records with one forecast together', () => {
    const curve = reliabilityCurve([0.2, 0.6, 0.6, 0.6, 0.6, 0.9], [0, 1, 0, 1, 0, 1], 3);
    expect(curve).toEqual([
      { low: 0.2, high: 0.2, forecast: 0.2, observed: 0, n: 1, positives: 0 },
      { low: 0.6, high: 0.6, forecast: 0.6, observed: 0.5, n: 4, positives: 2 },
      { low: 0.9, high: 0.9, forecast: 0.9, observed: 1, n: 1, positives: 1 },
    ]);
  });

  it('has one bin where all forecasts are one, and none without records', () => {
    expect(reliabilityCurve([0.4, 0.4], [1, 0], 10)).toHaveLength(1);
    expect(reliabilityCurve([Number.NaN], [1], 10)).toEqual([]);
  });

  it('refuses less than one bin', () => {
    expect(() => reliabilityCurve([0.4], [1], 0)).toThrow('no whole number of bins: 0');
  });

  it('counts every record once, in rising bins, whatever their order', () => {
    const records = fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 1 })), {
      minLength: 1,
    });
    fc.assert(
      fc.property(records, fc.integer({ min: 1, max: 8 }), (pairs, bins) => {
        const of = (rows: typeof pairs) =>
          reliabilityCurve(
            rows.map(([p]) => p / 10),
            rows.map(([, label]) => label),
            bins,
          );
        const curve = of(pairs);
        expect(curve.length).toBeLessThanOrEqual(bins);
        expect(curve.reduce((sum, { n }) => sum + n, 0)).toBe(pairs.length);
        for (let b = 1; b < curve.length; b++) expect(curve[b]!.low).toBeGreaterThan(curve[b - 1]!.high);
        expect(of(pairs.toReversed())).toEqual(curve);
      }),
    );
  });
});
