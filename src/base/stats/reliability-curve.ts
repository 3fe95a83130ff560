import { type TiedRun, tiedRuns } from './tied-runs.ts';

/** Records whose forecasts lie next to each other: what was said of them, and what came. */
export interface ReliabilityBin {
  /** Lowest and highest probability forecast. */
  readonly low: number;
  readonly high: number;
  /** Mean probability forecast. */
  readonly forecast: number;
  /** Share that came. */
  readonly observed: number;
  readonly n: number;
  readonly positives: number;
}

/**
 * What came beside what was forecast, in bins of about equally many records, the lowest forecasts first: a calibrated
 * forecast has `observed` near `forecast` in each. Records with one forecast are never split over two bins, so there
 * may be fewer bins than asked for and they may differ in size, and the curve does not hang on the order of the
 * records. Each forecast goes to the bin in which
 * the middle of its records lies. (Murphy and Winkler 1977;
 * without ties scikit-learn's `calibration_curve(strategy="quantile")`.)
 *
 * @param probabilities 0 to 1, one a record; NaN is unknown and left out.
 * @param labels 1 (came) or 0, one a record.
 * @param bins how many bins at most, 1 or more.
 * @example
 * reliabilityCurve([0.1, 0.2, 0.7, 0.9], [0, 0, 1, 1], 2)[1]; // { forecast: 0.8, observed: 1, n: 2, ... }
 */
export function reliabilityCurve(
  probabilities: ArrayLike<number>,
  labels: ArrayLike<number>,
  bins: number,
): readonly ReliabilityBin[] {
  if (!(Number.isInteger(bins) && bins >= 1)) throw new Error(`no whole number of bins: ${bins}`);
  const runs = tiedRuns(probabilities, labels).toReversed();
  const size = runs.reduce((sum, { n }) => sum + n, 0) / bins;
  const byBin = new Map<number, TiedRun[]>();
  let before = 0;
  for (const run of runs) {
    const bin = Math.min(Math.floor((before + run.n / 2) / size), bins - 1);
    byBin.set(bin, [...(byBin.get(bin) ?? []), run]);
    before += run.n;
  }
  return [...byBin.values()].map(sumUp);
}

function sumUp(runs: readonly TiedRun[]): ReliabilityBin {
  const n = runs.reduce((sum, run) => sum + run.n, 0);
  const positives = runs.reduce((sum, run) => sum + run.positives, 0);
  return {
    low: runs[0]!.score,
    high: runs.at(-1)!.score,
    forecast: runs.reduce((sum, run) => sum + run.n * run.score, 0) / n,
    observed: positives / n,
    n,
    positives,
  };
}
