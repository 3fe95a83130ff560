import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { auc } from './auc.ts';
import { weightedAuc } from './weighted-auc.ts';

const scores = Float64Array.of(1, 2, 2, 3, 5, 5, 7, 8);
const labels = [0, 0, 1, 0, 1, 0, 1, 1];

describe('weighted AUC', () => {
  // python3, scikit-learn 1.9.1: sklearn.metrics.roc_auc_score(labels, scores, sample_weight=weights)
  it.each([
    [[1, 2, 1, 3, 0.5, 2, 1, 4], 0.875],
    [[1, 1, 1, 1, 1, 1, 1, 1], 0.8125],
  ])('with weights %j is that of scikit-learn', (weights, expected) => {
    expect(weightedAuc(scores, labels, weights)).toBeCloseTo(expected, 15);
  });

  it('with whole weights is the AUC of records written down that often', () => {
    const record = fc.record({
      score: fc.integer({ min: 0, max: 5 }),
      label: fc.constantFrom(0, 1),
      weight: fc.integer({ min: 1, max: 4 }),
    });
    fc.assert(
      fc.property(fc.array(record, { minLength: 2, maxLength: 20 }), (records) => {
        fc.pre(new Set(records.map(({ label }) => label)).size === 2);
        const often = records.flatMap((of) => Array.from({ length: of.weight }, () => of));
        const of = (some: typeof records) =>
          [Float64Array.from(some, ({ score }) => score), some.map(({ label }) => label)] as const;
        const weights = records.map(({ weight }) => weight);
        expect(weightedAuc(...of(records), weights)).toBeCloseTo(auc(...of(often)), 12);
      }),
    );
  });

  it('is NaN without both labels', () => {
    expect(weightedAuc(Float64Array.of(1, 2), [1, 1], [1, 1])).toBeNaN();
    expect(weightedAuc(Float64Array.of(), [], [])).toBeNaN();
  });
});
