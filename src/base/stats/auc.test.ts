import { describe, expect, it } from 'vitest';
import { auc } from './auc.ts';

describe('auc', () => {
  // python3: sklearn.metrics.roc_auc_score(labels, scores)
  it('counts ties half', () => {
    const scores = Float64Array.of(0.1, 0.4, 0.35, 0.8, 0.4, 0.7, 0.2, 0.9, 0.5, 0.5);
    expect(auc(scores, [0, 0, 1, 1, 1, 0, 0, 1, 0, 1])).toBeCloseTo(0.72, 13);
  });

  it('is 1 for a perfect order, 0 for its reverse and a half for a constant score', () => {
    expect(auc(Float64Array.of(1, 2, 3), [0, 0, 1])).toBe(1);
    expect(auc(Float64Array.of(3, 2, 1), [0, 0, 1])).toBe(0);
    expect(auc(Float64Array.of(1, 1, 1), [0, 0, 1])).toBe(0.5);
  });

  it('leaves unknown scores out and needs both labels', () => {
    expect(auc(Float64Array.of(1, Number.NaN, 2), [0, 0, 1])).toBe(1);
    expect(auc(Float64Array.of(1, 2), [1, 1])).toBeNaN();
  });
});
