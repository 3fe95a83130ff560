/**
 * The AUC (see `auc`) of records that count by their weight: the chance that a member of the group (label 1), drawn by
 * weight, scores above a non-member (label 0) drawn by weight, ties counting half. Without both labels NaN. O(n log n).
 *
 * @param weights above 0, one for each score
 * @example
 * weightedAuc(Float64Array.of(1, 2, 3), [0, 1, 0], [1, 1, 3]); // 0.25
 */
export function weightedAuc(
  scores: Float64Array,
  labels: ArrayLike<number>,
  weights: ArrayLike<number>,
): number {
  const order = Array.from(scores, (_, i) => i).sort((a, b) => scores[a]! - scores[b]!);
  let [below, above, members] = [0, 0, 0];
  for (let from = 0; from < order.length; ) {
    let [tiedMembers, tiedOthers] = [0, 0];
    const score = scores[order[from]!];
    for (; from < order.length && scores[order[from]!] === score; from++) {
      const i = order[from]!;
      if (labels[i] === 0) tiedOthers += weights[i]!;
      else tiedMembers += weights[i]!;
    }
    above += tiedMembers * (below + tiedOthers / 2);
    below += tiedOthers;
    members += tiedMembers;
  }
  return above / (members * below);
}
