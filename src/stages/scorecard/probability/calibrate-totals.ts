import { createRandom, quantile } from '../../../base/stats/index.ts';
import { countTotals, type TotalCounts } from './count-totals.ts';
import { drawLines } from './draw-lines.ts';
import { type LinePosterior, linePosterior } from './line-posterior.ts';
import { drawnRates, pooledRates } from './pooled-rates.ts';
import type { Calibration, CalibrationOptions, TotalOutcome, TotalRate } from './types.ts';

/** 2 to 200 at even ratios. */
const KS = Array.from({ length: 9 }, (_, i) => Math.round(2 * 100 ** (i / 8) * 100) / 100);
const DRAWS = 500;
/** Left out at each end of the draws: the middle 93% covers about 90% whatever the shape, see docs/evidence.md. */
const TAIL = 0.035;
const LEVEL = 0.9;

/**
 * What each total of a card is worth as a probability. For each whole total the outcomes there and a line through all
 * of them (logistic, its slope 0 or more) are taken together: (positives + k x line) / (n + k), pooled so that more
 * points are never worth less. The line counts k accounts' worth, 2 to 200, by the beta-binomial likelihood: much where the
 * totals lie on it, little where they do not. Totals that nobody has get what the line says, pooled with their
 * neighbours. The interval is the middle of 500 draws of line, k and rates, each pooled (Lin and Dunson 2014); 93% of
 * the draws, called 90%, for where the rate jumps between two totals, line and pooling smooth the jump away.
 *
 * Use totals that a card gives to accounts it was not learned from (out-of-fold). Of r repeats of a
 * cross-validation each total of an account counts 1/r: counted in full, r totals of one account would look like r
 * accounts and the intervals be far too narrow (of ten repeats they hold the truth about half of the time). Parts that spread over totals are taken as independent,
 * which errs towards wider intervals.
 *
 * Outcomes that are all the same, or a single total, are no error: the line is then nearly flat and the intervals wide.
 *
 * @param outcomes in any order, each total once or in parts. List totals that can be reached and nobody has with n 0:
 *   the rates span the lowest to the highest total listed.
 * @throws Error on totals that are not whole, more outcomes than accounts, or no accounts.
 * @example
 * calibrateTotals([{ total: 0, n: 20, positives: 3 }, { total: 5, n: 10, positives: 6 }], { seed: 7 }).rates[5];
 */
export function calibrateTotals(
  outcomes: readonly TotalOutcome[],
  { seed }: CalibrationOptions,
): Calibration {
  const counts = countTotals(outcomes);
  const posteriors = KS.map((k) => linePosterior(counts, k));
  const { k, best } = posteriors.reduce((a, b) => (b.logEvidence >= a.logEvidence ? b : a));
  const slope = best.slope / counts.deviation;
  return {
    kind: 'calibration',
    n: counts.n.reduce((sum, n) => sum + n, 0),
    positives: counts.positives.reduce((sum, n) => sum + n, 0),
    level: LEVEL,
    line: { base: best.base - slope * counts.mean, slope },
    k,
    rates: ratesOf(
      counts,
      pooledRates(counts, { base: best.base, slope: best.slope, k }),
      drawCurves(counts, posteriors, seed),
    ),
    rebased: null,
    seed,
  };
}

function drawCurves(
  counts: TotalCounts,
  posteriors: readonly LinePosterior[],
  seed: number,
): readonly Float64Array[] {
  const random = createRandom(seed);
  return drawLines(posteriors, DRAWS, random).map((line) => drawnRates(counts, line, random));
}

function ratesOf(
  { lowest, n }: TotalCounts,
  rates: Float64Array,
  curves: readonly Float64Array[],
): readonly TotalRate[] {
  return Array.from(rates, (rate, place) => {
    const drawn = Float64Array.from(curves, (curve) => curve[place]!);
    return {
      total: lowest + place,
      n: n[place]!,
      rate,
      low: Math.min(rate, quantile(drawn, TAIL)),
      high: Math.max(rate, quantile(drawn, 1 - TAIL)),
    };
  });
}
