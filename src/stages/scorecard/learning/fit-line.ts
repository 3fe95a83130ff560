import type { SlopePrior } from './types.ts';

/** Sums of points, how many records have each, and how many of those have the outcome. */
export interface Totals {
  readonly size: number;
  readonly totals: Float64Array;
  readonly weights: Float64Array;
  readonly positives: Float64Array;
}

/** A line under way: where the search for it starts, and then where it ended. */
export interface LineFit {
  base: number;
  slope: number;
  /** The search may end early where no loss as low as this is in reach; Infinity looks to the end. */
  bar: number;
  /** Negative log likelihood and the price of the slope, in nats. */
  loss: number;
}

/** What a slope may be. */
export interface SlopeLimits {
  readonly most: number;
  readonly prior: SlopePrior | null;
}

const STEPS = 60;
/** A step that promises less is not taken. */
const SETTLED = 1e-12;
/** ... and not even this one where lines are only compared. */
const COMPARED = 1e-6;
/** How much more than a step promises may still be hoped for. */
const HOPE = 2;
/** Factors of single records are multiplied up to here before their logarithm is taken: one instead of hundreds. */
const LARGE = 1e300;
/** Curvature, in records, below which a start is too far out. */
const BENT = 1e-2;
/** Least curvature that is divided by. */
const FLAT = 1e-12;

/** Loss, its slopes and its curvatures at one line: reused, for millions of lines are tried. */
const at = { loss: 0, byBase: 0, bySlope: 0, baseBase: 0, baseSlope: 0, slopeSlope: 0 };

/**
 * The line from totals to log odds with the least loss, its slope from 0 to the most allowed: Newton's method, exact
 * because the loss is convex. There must be records with the outcome and without.
 */
export function fitLine(totals: Totals, limits: SlopeLimits, line: LineFit): void {
  line.slope = Math.min(Math.max(line.slope, 0), limits.most);
  const settled = line.bar === Infinity ? SETTLED : COMPARED;
  measure(totals, limits.prior, line);
  if (at.baseBase < BENT) startFlat(totals, limits.prior, line);
  for (let step = 0; step < STEPS; step++) {
    const before = at.loss;
    const slopeStep = slopeStepAt(line.slope, limits.most);
    const baseStep = -(at.byBase + at.baseSlope * slopeStep) / Math.max(at.baseBase, FLAT);
    const promised = promise(baseStep, slopeStep);
    line.loss = before - promised;
    if (promised < settled || before - HOPE * promised > line.bar) return;
    const { base, slope } = line;
    for (let share = 1; share > 1e-9; share /= 2) {
      line.base = base + share * baseStep;
      line.slope = slope + share * slopeStep;
      measure(totals, limits.prior, line);
      if (at.loss <= before) break;
    }
    if (at.loss > before) {
      Object.assign(line, { base, slope, loss: before });
      return;
    }
  }
  line.loss = at.loss;
}

/** Starts from the share of the outcome, for so far out that everything is certain no step can be trusted. */
function startFlat(totals: Totals, prior: SlopePrior | null, line: LineFit): void {
  let records = 0;
  let positives = 0;
  for (let i = 0; i < totals.size; i++) {
    records += totals.weights[i]!;
    positives += totals.positives[i]!;
  }
  line.base = Math.log(positives / (records - positives));
  line.slope = 0;
  measure(totals, prior, line);
}

/** The step of the slope once the base follows it, cut off at the limits. */
function slopeStepAt(slope: number, most: number): number {
  const curvature = at.slopeSlope - (at.baseSlope * at.baseSlope) / Math.max(at.baseBase, FLAT);
  if (curvature < FLAT) return 0;
  const slant = at.bySlope - (at.byBase * at.baseSlope) / Math.max(at.baseBase, FLAT);
  return Math.min(Math.max(slope - slant / curvature, 0), most) - slope;
}

function promise(baseStep: number, slopeStep: number): number {
  const linear = at.byBase * baseStep + at.bySlope * slopeStep;
  const cross = 2 * at.baseSlope * baseStep * slopeStep;
  return -linear - (at.baseBase * baseStep ** 2 + cross + at.slopeSlope * slopeStep ** 2) / 2;
}

function measure(
  { size, totals, weights, positives }: Totals,
  prior: SlopePrior | null,
  line: LineFit,
): void {
  const { base, slope } = line;
  let loss = 0;
  let product = 1;
  let byBase = 0;
  let bySlope = 0;
  let baseBase = 0;
  let baseSlope = 0;
  let slopeSlope = 0;
  for (let i = 0; i < size; i++) {
    const weight = weights[i]!;
    if (weight === 0) continue;
    const total = totals[i]!;
    const logOdds = base + slope * total;
    const small = Math.exp(-Math.abs(logOdds));
    const inverse = 1 / (1 + small);
    const share = logOdds > 0 ? inverse : small * inverse;
    loss += (logOdds > 0 ? weight * logOdds : 0) - positives[i]! * logOdds;
    if (weight === 1) product *= 1 + small;
    else loss += weight * Math.log1p(small);
    if (product > LARGE) {
      loss += Math.log(product);
      product = 1;
    }
    const rest = weight * share - positives[i]!;
    const curvature = weight * small * inverse * inverse;
    byBase += rest;
    bySlope += rest * total;
    baseBase += curvature;
    baseSlope += curvature * total;
    slopeSlope += curvature * total * total;
  }
  loss += Math.log(product);
  if (prior !== null) {
    const off = (slope - prior.mean) / prior.deviation;
    loss += (off * off) / 2;
    bySlope += off / prior.deviation;
    slopeSlope += 1 / prior.deviation ** 2;
  }
  at.loss = loss;
  at.byBase = byBase;
  at.bySlope = bySlope;
  at.baseBase = baseBase;
  at.baseSlope = baseSlope;
  at.slopeSlope = slopeSlope;
}
