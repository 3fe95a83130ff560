import { describe, expect, it } from 'vitest';
import { foldAuc } from './fold-auc.ts';

describe('AUC within folds', () => {
  it('compares no units of different folds', () => {
    const scores = Float64Array.of(1, 2, 11, 12);
    const labels = Uint8Array.of(0, 1, 0, 1);
    expect(foldAuc({ scores, labels, folds: Int32Array.of(0, 0, 1, 1) })).toBe(1);
    expect(foldAuc({ scores, labels, folds: Int32Array.of(0, 0, 0, 0) })).toBe(0.75);
  });

  it('weighs folds by the pairs they compare', () => {
    const scores = Float64Array.of(1, 2, 2, 1, 1);
    const labels = Uint8Array.of(0, 1, 0, 1, 1);
    expect(foldAuc({ scores, labels, folds: Int32Array.of(0, 0, 1, 1, 1) })).toBeCloseTo(1 / 3);
  });

  it('is a half where everyone has one forecast', () => {
    const of = {
      scores: new Float64Array(6),
      labels: Uint8Array.of(0, 1, 0, 1, 1, 1),
      folds: new Int32Array(6),
    };
    expect(foldAuc(of)).toBe(0.5);
  });

  it('is unknown where no fold has both outcomes', () => {
    const of = { scores: Float64Array.of(1, 2), labels: Uint8Array.of(1, 1), folds: Int32Array.of(0, 1) };
    expect(foldAuc(of)).toBeNaN();
  });
});
