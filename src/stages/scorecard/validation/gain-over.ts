import { auc, logLoss, mean, normalQuantile, resampledError } from '../../../base/stats/index.ts';
import type { Gain, Interval, Rival, Round } from './types.ts';

const LEVEL = 0.9;

/**
 * What the card gains over a rival, fold by fold on the same units. Folds share the units they learn from, so the error is
 * that of Nadeau and Bengio (2003).
 */
export function gainOver(rival: Rival, rounds: readonly Round[], label: Uint8Array): Gain {
  const folds = rounds.flatMap((round) => foldsOf(round, label));
  const aucs = folds.map(({ units, labels, round }) => {
    const of = (name: Rival) => auc(pick(round.forecasts[name].chances, units), labels);
    return of('card') - of(rival);
  });
  const losses = folds.map(({ units, labels, round }) => {
    const of = (name: Rival) => logLoss(pick(round.forecasts[name].chances, units), labels);
    return of(rival) - of('card');
  });
  const test = mean(folds.map(({ units }) => units.length));
  const sizes = { test, train: label.length - test };
  return { auc: intervalOf(aucs, sizes), logLoss: intervalOf(losses, sizes) };
}

function foldsOf(round: Round, label: Uint8Array) {
  return round.cards.map((_, fold) => {
    const units = Int32Array.from(round.folds.keys()).filter((unit) => round.folds[unit] === fold);
    return { round, units, labels: Uint8Array.from(units, (unit) => label[unit]!) };
  });
}

function pick(of: Float64Array, units: Int32Array): Float64Array {
  return Float64Array.from(units, (unit) => of[unit]!);
}

function intervalOf(
  differences: readonly number[],
  sizes: { readonly test: number; readonly train: number },
): Interval {
  const known = differences.filter((difference) => !Number.isNaN(difference));
  const value = mean(known);
  const half = normalQuantile((1 + LEVEL) / 2) * resampledError(known, sizes);
  return { value, low: value - half, high: value + half };
}
