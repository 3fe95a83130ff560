import { betaBinomial } from './beta-binomial.ts';
import type { TotalCounts } from './count-totals.ts';

/** The likeliest line of one slope, in standard deviations of the totals. */
export interface ProfiledLine {
  readonly slope: number;
  /** Log odds at the mean total: the likeliest, and its standard error. */
  readonly base: number;
  readonly error: number;
  /** Logarithm of how likely slope and k are, the base integrated out, priors included; up to a constant. */
  readonly logWeight: number;
}

const STEPS = 40;
const SETTLED = 1e-9;
const LONGEST = 2;
/**
 * Scale of the Cauchy prior of the slope per standard deviation: 2.5 per two of them, as Gelman and others (2008)
 * advise, so that outcomes which the totals separate give a steep line and no endless one.
 */
const SLOPE_SCALE = 1.25;

/** The gradient and the information of the base, reused. */
const at = { gradient: 0, information: 0 };

/**
 * The likeliest base for a slope and a k, by Newton's method. Half an account of each outcome at the mean total keeps
 * it finite. At each total accounts count (1 + k)/(n + k) each, for those of one total share a rate that is off the
 * line; the likelihood itself is the beta-binomial's.
 */
export function profileLine(counts: TotalCounts, slope: number, k: number): ProfiledLine {
  let base = 0;
  for (let step = 0; step < STEPS; step++) {
    measure(counts, { base, slope, k });
    const by = Math.min(Math.max(at.gradient / at.information, -LONGEST), LONGEST);
    base += by;
    if (Math.abs(by) < SETTLED) break;
  }
  const error = 1 / Math.sqrt(at.information);
  const prior = Math.log(spreadOf(base)) / 2 - Math.log1p((slope / SLOPE_SCALE) ** 2);
  return {
    slope,
    base,
    error,
    logWeight: logLikelihood(counts, { base, slope, k }) + Math.log(error) + prior,
  };
}

interface Point {
  readonly base: number;
  readonly slope: number;
  readonly k: number;
}

function measure({ n, positives, standard }: TotalCounts, { base, slope, k }: Point): void {
  at.gradient = 0.5 - logistic(base);
  at.information = spreadOf(base);
  for (let place = 0; place < n.length; place++) {
    if (n[place] === 0) continue;
    const rate = logistic(base + slope * standard[place]!);
    const worth = n[place]! < 1 ? 1 : (1 + k) / (n[place]! + k);
    at.gradient += worth * (positives[place]! - n[place]! * rate);
    at.information += worth * n[place]! * rate * (1 - rate);
  }
}

function logLikelihood({ n, positives, standard }: TotalCounts, { base, slope, k }: Point): number {
  let sum = 0;
  for (let place = 0; place < n.length; place++) {
    const rate = logistic(base + slope * standard[place]!);
    sum += betaBinomial(n[place]!, positives[place]!, { rate, k });
  }
  return sum;
}

function spreadOf(logOdds: number): number {
  const rate = logistic(logOdds);
  return rate * (1 - rate);
}

/** The rate of log odds. */
function logistic(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}
