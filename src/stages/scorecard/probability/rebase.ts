import type { BaseRates, Calibration } from './types.ts';

/**
 * Moves a rate from a sample in which the outcome has one share to a universe in which it has another: logit rate +
 * logit universe - logit sample. A card learned on customers of whom a third are best says too much of a market
 * in which a twentieth would be. Rests on accounts with the outcome, and those without, having the same totals in both
 * (prior shift; Saerens, Latinne and Decaestecker 2002; King and Zeng 2001).
 *
 * Of a calibration every rate, both ends of its interval and the line are moved; the interval does not grow by what is
 * uncertain about the two shares.
 *
 * @throws Error on a share of 0 or less, or 1 or more, and on a calibration that was moved before.
 * @example
 * rebase(0.5, { sample: 1 / 3, universe: 0.05 }); // 0.0952
 */
export function rebase(rate: number, rates: BaseRates): number;
export function rebase(calibration: Calibration, rates: BaseRates): Calibration;
export function rebase(what: number | Calibration, rates: BaseRates): number | Calibration {
  const { sample, universe } = rates;
  const shift = logit(universe) - logit(sample);
  const ratio = Math.exp(shift);
  const move = (rate: number): number => (rate * ratio) / (1 - rate + rate * ratio);
  if (typeof what === 'number') return move(what);
  if (what.rebased !== null) throw new Error(`moved before, to ${what.rebased.universe}`);
  return {
    ...what,
    line: { ...what.line, base: what.line.base + shift },
    rates: what.rates.map((of) => ({
      ...of,
      rate: move(of.rate),
      low: move(of.low),
      high: move(of.high),
    })),
    rebased: { sample, universe },
  };
}

function logit(share: number): number {
  if (!(share > 0 && share < 1)) throw new Error(`no share between 0 and 1: ${share}`);
  return Math.log(share / (1 - share));
}
