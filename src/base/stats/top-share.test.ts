import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { topShare } from './top-share.ts';

describe('topShare', () => {
  // scikit-learn 1.9.1: i = numpy.arange(200); s, y = (i * 67) % 211, (i * i) % 13 < 6; p = numpy.zeros(200)
  // p[numpy.argsort(-s)[:40]] = 1; precision_score(y, p), precision_score(y, p) / y.mean()
  it('without ties has the precision of scikit-learn', () => {
    const rows = Array.from({ length: 200 }, (_, i) => i);
    const top = topShare(
      rows.map((i) => (i * 67) % 211),
      rows.map((i) => Number((i * i) % 13 < 6)),
      0.2,
    );
    expect(top.n).toBe(40);
    expect(top.precision).toBeCloseTo(0.5, 14);
    expect(top.lift).toBeCloseTo(0.9174311926605504, 14);
  });

  // Python: for every order of range(7) in which no score rises, the labels of the first n = share * 7 records (the
  // last one as a part), over n; the mean of these.
  it.each([
    [0.3, 0.6507936507936508],
    [0.5, 0.5238095238095238],
    [0.8, 0.5],
  ])('at %d of tied scores is the mean over all orders', (share, precision) => {
    expect(topShare([5, 4, 4, 4, 2, 2, 1], [1, 1, 0, 0, 1, 0, 0], share).precision).toBeCloseTo(
      precision,
      14,
    );
  });

  it('of everything is the share among all', () => {
    const top = topShare([3, 1, 2, Number.NaN], [1, 0, 0, 1], 1);
    expect(top.n).toBe(3);
    expect(top.precision).toBeCloseTo(1 / 3, 14);
    expect(top.lift).toBeCloseTo(1, 14);
  });

  it('has no lift without positives, and nothing without records', () => {
    expect(topShare([1, 2], [0, 0], 0.5).lift).toBeNaN();
    expect(topShare([], [], 0.5).precision).toBeNaN();
  });

  it.each([0, 1.2, Number.NaN])('refuses a share of %d', (share) => {
    expect(() => topShare([1], [1], share)).toThrow(`no share over 0 to 1: ${share}`);
  });

  it('does not hang on the order of the records', () => {
    const records = fc.array(fc.tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 1 })), {
      minLength: 1,
    });
    fc.assert(
      fc.property(records, fc.double({ min: 0.01, max: 1, noNaN: true }), (pairs, share) => {
        const of = (rows: typeof pairs) =>
          topShare(
            rows.map(([score]) => score),
            rows.map(([, label]) => label),
            share,
          );
        expect(of(pairs.toReversed())).toEqual(of(pairs));
      }),
    );
  });
});
