import {
  auc,
  brierScore,
  expectedCalibrationError,
  groupBootstrap,
  logLoss,
  mean,
  normalQuantile,
  reliabilityCurve,
  resampledError,
  topShare,
} from '../../../base/stats/index.ts';
import { foldAuc } from './fold-auc.ts';
import type { Forecasts, HeldOutFigures, Interval, Rival, RivalFigures, Round } from './types.ts';

/** What the rounds are judged by. */
export interface JudgeInput {
  readonly rounds: readonly Round[];
  readonly label: Uint8Array;
  readonly groups: Int32Array;
  readonly seed: number;
}

const DRAWS = 400;
/** Draws for many units, whose interval is narrow anyway. */
const FEW_DRAWS = 200;
const MANY = 3000;
const LEVEL = 0.9;
const BINS = 10;
/** Units a bin must hold on average. */
const PER_BIN = 10;

/** The figures of every rival over rounds of holding out: each round by itself, then their mean. */
export function judgeRounds(input: JudgeInput): HeldOutFigures {
  const held = Int32Array.from(input.label.keys()).filter((unit) => input.rounds[0]!.folds[unit]! >= 0);
  const label = Uint8Array.from(held, (unit) => input.label[unit]!);
  const judge = (rival: Rival) => judgeRival(input, { rival, held, label });
  return {
    n: held.length,
    positives: label.reduce((sum, y) => sum + y, 0),
    rivals: {
      card: judge('card'),
      rubric: judge('rubric'),
      single: judge('single'),
      base: judge('base'),
    },
  };
}

/** Bins of equal counts that so many units allow. */
export function binsFor(units: number): number {
  return Math.max(2, Math.min(BINS, Math.floor(units / PER_BIN)));
}

function judgeRival(
  { rounds, groups, seed }: JudgeInput,
  { rival, held, label }: { readonly rival: Rival; readonly held: Int32Array; readonly label: Uint8Array },
): RivalFigures {
  const taken = rounds.map(({ forecasts, folds }) => take(forecasts[rival], folds, held));
  const over = (figure: (one: (typeof taken)[number]) => number) => mean(taken.map(figure));
  const top = (share: number, of: 'precision' | 'lift') =>
    over(({ chances }) => topShare(chances, label, share)[of]);
  return {
    auc: aucOf(taken, label, { groups: held.map((unit) => groups[unit]!), seed }),
    logLoss: over(({ chances }) => logLoss(chances, label)),
    brier: over(({ chances }) => brierScore(chances, label)),
    calibrationError: over(({ chances }) =>
      expectedCalibrationError(reliabilityCurve(chances, label, binsFor(held.length))),
    ),
    top10: { precision: top(0.1, 'precision'), lift: top(0.1, 'lift') },
    top20: { precision: top(0.2, 'precision'), lift: top(0.2, 'lift') },
    inUpperTiers: rival === 'base' ? null : upperOf(taken, label),
  };
}

function take(forecasts: Forecasts, folds: Int32Array, held: Int32Array) {
  const pick = (of: Float64Array) => Float64Array.from(held, (unit) => of[unit]!);
  return {
    chances: pick(forecasts.chances),
    upper: pick(forecasts.upper),
    folds: held.map((unit) => folds[unit]!),
  };
}

type Taken = ReturnType<typeof take>;

/**
 * Mean AUC over the rounds, and the wider of two intervals: drawing whole groups of units anew, the same for every round,
 * shows what other units would have scored; the spread of folds (Nadeau and Bengio 2003) what other cards would have given.
 * Either alone is too narrow for small samples.
 */
function aucOf(
  taken: readonly Taken[],
  label: Uint8Array,
  { groups, seed }: { readonly groups: Int32Array; readonly seed: number },
): Interval {
  const of = (rows: Int32Array) => mean(taken.map((round) => aucOn(round, label, rows)));
  const draws = label.length > MANY ? FEW_DRAWS : DRAWS;
  const value = of(Int32Array.from(label.keys()));
  const { low, high } = groupBootstrap(groups, of, { draws, level: LEVEL, seed });
  const half = normalQuantile((1 + LEVEL) / 2) * errorOfFolds(taken, label);
  const within = (end: number) => Math.min(1, Math.max(0, end));
  if (Number.isNaN(half)) return { value, low, high };
  return { value, low: within(Math.min(low, value - half)), high: within(Math.max(high, value + half)) };
}

/** NaN where units were held out once, all together. */
function errorOfFolds(taken: readonly Taken[], label: Uint8Array): number {
  const aucs = taken.flatMap(({ chances, folds }) =>
    [...new Set(folds)].map((fold) => {
      const of = (_: unknown, unit: number) => folds[unit] === fold;
      return auc(chances.filter(of), label.filter(of));
    }),
  );
  const test = (taken.length * label.length) / aucs.length;
  return test === label.length ? Number.NaN : resampledError(aucs, { test, train: label.length - test });
}

function aucOn({ chances, folds }: Taken, label: Uint8Array, rows: Int32Array): number {
  const scores = Float64Array.from(rows, (row) => chances[row]!);
  const labels = Uint8Array.from(rows, (row) => label[row]!);
  return foldAuc({ scores, labels, folds: Int32Array.from(rows, (row) => folds[row]!) });
}

function upperOf(taken: readonly Taken[], label: Uint8Array): RivalFigures['inUpperTiers'] {
  const shares = taken.map(({ upper }) => ({
    best: mean(upper.filter((_, unit) => label[unit] === 1)),
    all: mean(upper),
  }));
  return { best: mean(shares.map(({ best }) => best)), all: mean(shares.map(({ all }) => all)) };
}
