import { tiedRuns } from './tied-runs.ts';

/** What the records with the highest scores hold. */
export interface TopShare {
  /** How many records the share is; need not be whole. */
  readonly n: number;
  /** How many of them have label 1, on average over the orders of tied scores. */
  readonly positives: number;
  /** Share of them with label 1. */
  readonly precision: number;
  /** `precision` over the share among all records; NaN where no record has label 1. */
  readonly lift: number;
}

/**
 * Precision and lift among the share of records with the highest scores: what a team finds that works the list from the
 * top. Scores tied at the cut are shared out: as many of their positives count as fall inside on average over all
 * their orders, so that the figures do not hang on the order of the records. Records with an unknown (NaN) score are
 * left out; no records give NaN.
 *
 * @param labels 1 or 0, one a record.
 * @param share of the records, over 0 to 1.
 * @example
 * topShare([3, 2, 2, 1], [1, 1, 0, 0], 0.5); // { n: 2, positives: 1.5, precision: 0.75, lift: 1.5 }
 */
export function topShare(scores: ArrayLike<number>, labels: ArrayLike<number>, share: number): TopShare {
  if (!(share > 0 && share <= 1)) throw new Error(`no share over 0 to 1: ${share}`);
  const runs = tiedRuns(scores, labels);
  const records = runs.reduce((sum, run) => sum + run.n, 0);
  const all = runs.reduce((sum, run) => sum + run.positives, 0);
  const n = share * records;
  let left = n;
  let positives = 0;
  for (const run of runs) {
    const taken = Math.min(run.n, left);
    positives += (run.positives * taken) / run.n;
    left -= taken;
    if (left <= 0) break;
  }
  const precision = positives / n;
  return { n, positives, precision, lift: precision / (all / records) };
}
