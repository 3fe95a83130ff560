/** Records that share one score. */
export interface TiedRun {
  readonly score: number;
  readonly n: number;
  /** How many of them have label 1. */
  readonly positives: number;
}

/** The records by their score, the highest first, each score once; an unknown (NaN) score is left out. */
export function tiedRuns(scores: ArrayLike<number>, labels: ArrayLike<number>): readonly TiedRun[] {
  const runs = new Map<number, { n: number; positives: number }>();
  for (let i = 0; i < scores.length; i++) {
    const score = scores[i]!;
    if (Number.isNaN(score)) continue;
    const run = runs.get(score) ?? { n: 0, positives: 0 };
    run.n++;
    run.positives += labels[i] === 0 ? 0 : 1;
    runs.set(score, run);
  }
  return [...runs].map(([score, run]) => ({ score, ...run })).sort((a, b) => b.score - a.score);
}
