import { midranks } from './midranks.ts';

/**
 * The chance that a random member of the group (label 1) scores above a random non-member (label 0), ties counting
 * half: 0.5 is guessing, 1 is a perfect order. Records with an unknown (NaN) score are left out; without both labels
 * NaN. From ranks (Mann-Whitney), O(n log n).
 *
 * @example
 * auc(Float64Array.of(1, 2, 3, 4), [0, 1, 0, 1]); // 0.75
 */
export function auc(scores: Float64Array, labels: ArrayLike<number>): number {
  const ranks = midranks(scores);
  let sum = 0;
  let members = 0;
  let others = 0;
  for (let i = 0; i < ranks.length; i++) {
    if (Number.isNaN(ranks[i]!)) continue;
    if (labels[i] === 0) {
      others++;
    } else {
      members++;
      sum += ranks[i]!;
    }
  }
  return (sum - (members * (members + 1)) / 2) / (members * others);
}
