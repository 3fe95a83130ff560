import { auc } from '../../../base/stats/index.ts';

/**
 * AUC within each fold, weighted by the pairs that a fold compares: totals of cards of different folds are never put in one
 * order. NaN where no fold has both outcomes.
 */
export function foldAuc({
  scores,
  labels,
  folds,
}: {
  readonly scores: Float64Array;
  readonly labels: Uint8Array;
  readonly folds: Int32Array;
}): number {
  let sum = 0;
  let pairs = 0;
  for (const fold of new Set(folds)) {
    const of = (_: unknown, i: number) => folds[i] === fold;
    const label = labels.filter(of);
    const positives = label.reduce((count, y) => count + y, 0);
    const compared = positives * (label.length - positives);
    if (compared === 0) continue;
    sum += compared * auc(scores.filter(of), label);
    pairs += compared;
  }
  return sum / pairs;
}
