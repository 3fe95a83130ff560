/**
 * Area under the curve to expect of totals when each record has the outcome with a known chance: exact, with no noise
 * from drawing outcomes.
 *
 * @param likely chance of the outcome of each record.
 */
export function weightedAuc(totals: Float64Array, likely: Float64Array): number {
  const byTotal = new Map<number, { positives: number; negatives: number }>();
  totals.forEach((total, i) => {
    const sums = byTotal.get(total) ?? { positives: 0, negatives: 0 };
    byTotal.set(total, sums);
    sums.positives += likely[i]!;
    sums.negatives += 1 - likely[i]!;
  });
  let [pairs, positives, below] = [0, 0, 0];
  for (const [, sums] of [...byTotal].sort(([a], [b]) => a - b)) {
    pairs += sums.positives * (below + sums.negatives / 2);
    positives += sums.positives;
    below += sums.negatives;
  }
  return pairs / (positives * below);
}
