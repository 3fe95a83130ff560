import { mean, variance } from '../../../base/stats/index.ts';

/** What a choice of the price needs. */
export interface PriceTask<Fold> {
  /** How many records the card is learned from. */
  readonly records: number;
  /** Parts that are held out one after the other; those of one group in one part, all parts again for each repeat. */
  readonly folds: readonly Fold[];
  /**
   * Log loss, in nats, of each record of a fold under the card learned from all others at a price; `learnCards` takes
   * Infinity too and answers the rubric with its line.
   */
  readonly lossesOf: (fold: Fold, price: number) => ArrayLike<number>;
}

/** How a price did on records that were held out, in nats a record. */
export interface PriceTrial {
  /** Nats that a point away from the rubric costs; Infinity is the rubric itself. */
  readonly price: number;
  readonly loss: number;
  readonly standardError: number;
  /** Loss beyond that of the price with the least, fold by fold. */
  readonly behind: number;
  readonly behindError: number;
}

/** The price chosen, and the prices tried for it: none with too few records to choose by. */
export interface PriceChoice {
  readonly price: number;
  readonly trials: readonly PriceTrial[];
}

/** With fewer records no price is chosen by data. */
const ENOUGH = 100;
/** Nats a point with too few records. */
const USUAL = 1.2;
/** Standard errors by which a price may be behind. */
const BEHIND = 0.5;
const PRICES = [0.3, 0.6, 1.2, 2.5, Infinity] as const;

/**
 * Chooses what a point away from the rubric costs: 1.2 nats below 100 records; above, the price with the least log loss
 * on records held out, or the highest that is behind it by no more than half a standard error of the difference, so
 * that the card leaves the rubric for a reason: a whole one kept it at rubrics that were half wrong, none let it leave
 * right ones (docs/evidence.md). Standard errors count that the folds share records (Nadeau and Bengio 2003).
 *
 * @example
 * choosePrice({ records: 25, folds: [], lossesOf: () => [] }).price; // 1.2
 */
export function choosePrice<Fold>({ records, folds, lossesOf }: PriceTask<Fold>): PriceChoice {
  if (records < ENOUGH) return { price: USUAL, trials: [] };
  if (folds.length < 2) throw new Error(`a price is chosen by 2 folds or more, not ${folds.length}`);
  const trials = compare(
    PRICES.map((price) => heldOut(folds, (fold) => lossesOf(fold, price))),
    records,
  );
  const chosen = trials.findLast(({ behind, behindError }) => behind <= BEHIND * behindError)!;
  return { price: chosen.price, trials };
}

/** Mean loss of each fold, and how many records it holds. */
interface HeldOut {
  readonly means: readonly number[];
  readonly sizes: readonly number[];
}

function heldOut<Fold>(folds: readonly Fold[], lossesOf: (fold: Fold) => ArrayLike<number>): HeldOut {
  const losses = folds.map((fold) => Float64Array.from(lossesOf(fold)));
  return { means: losses.map(mean), sizes: losses.map(({ length }) => length) };
}

function compare(tried: readonly HeldOut[], records: number): readonly PriceTrial[] {
  const { sizes } = tried[0]!;
  const weighted = (values: readonly number[]): number => {
    const total = sizes.reduce((sum, size) => sum + size, 0);
    return values.reduce((sum, value, j) => sum + (value * sizes[j]!) / total, 0);
  };
  const best = tried.reduce((a, b) => (weighted(b.means) < weighted(a.means) ? b : a));
  return tried.map(({ means }, i) => {
    const behind = means.map((loss, j) => loss - best.means[j]!);
    return {
      price: PRICES[i]!,
      loss: weighted(means),
      standardError: errorOf(means, sizes, records),
      behind: weighted(behind),
      behindError: errorOf(behind, sizes, records),
    };
  });
}

/** Standard error of a mean over folds that were learned from much the same records (Nadeau and Bengio 2003). */
function errorOf(values: readonly number[], sizes: readonly number[], records: number): number {
  const held = sizes.reduce((sum, size) => sum + size, 0) / sizes.length;
  return Math.sqrt((1 / values.length + held / (records - held)) * variance(Float64Array.from(values)));
}
