import type { ReliabilityBin } from '../../../base/stats/index.ts';
import type { TrainedCard, UnitGroups } from '../training/index.ts';

/** What is held beside the learned card, on the same units: the rubric, the one best condition, and the base rate. */
export type Rival = 'card' | 'rubric' | 'single' | 'base';

/** What one card said of some units that it was not learned from. */
export interface Forecasts {
  /** Total of each unit of the task; NaN where it was not held out. */
  readonly totals: Float64Array;
  /** Chance of the outcome; NaN where it was not held out. */
  readonly chances: Float64Array;
  /** 1 where the card puts the unit into tier A or B, 0 where not; NaN where it was not held out. */
  readonly upper: Float64Array;
}

/** One round in which units were held out once each (a fold at a time), or some of them (forward in time). */
export interface Round {
  /** Fold in which each unit was held out; -1 where it never was. */
  readonly folds: Int32Array;
  readonly forecasts: Readonly<Record<Rival, Forecasts>>;
  /** The learned card of each fold, and its rubric. */
  readonly cards: readonly TrainedCard[];
  readonly rubrics: readonly TrainedCard[];
  readonly prices: readonly number[];
}

/** A figure with its 90% interval. */
export interface Interval {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** How well one rival foretells units that it was not learned from. */
export interface RivalFigures {
  readonly auc: Interval;
  readonly logLoss: number;
  readonly brier: number;
  /** Mean distance of forecast and outcome over bins of equal counts. */
  readonly calibrationError: number;
  readonly top10: { readonly precision: number; readonly lift: number };
  readonly top20: { readonly precision: number; readonly lift: number };
  /** Share of the best in tiers A and B, and share of all; null for the base rate. */
  readonly inUpperTiers: { readonly best: number; readonly all: number } | null;
}

/** What the card gains over a rival, with the 90% interval of the paired difference (Nadeau and Bengio 2003). */
export interface Gain {
  readonly auc: Interval;
  /** Nats a unit; above 0 the card is better. */
  readonly logLoss: Interval;
}

/** Figures of one way of holding out. */
export interface HeldOutFigures {
  /** Units that were held out, and positives among them. */
  readonly n: number;
  readonly positives: number;
  readonly rivals: Readonly<Record<Rival, RivalFigures>>;
}

/** Whether a card may be believed. */
export type CardVerdict = 'holds' | 'cannot-tell' | 'no-evidence';

/** How a card of this kind does on units that it was not learned from. Nothing here was fitted and measured on the same units. */
export interface Validation {
  readonly verdict: CardVerdict;
  /** `10 times 5 folds`, by what units were kept together, and the seed. */
  readonly folds: number;
  readonly repeats: number;
  readonly groupedBy: UnitGroups['by'];
  readonly groups: number;
  readonly seed: number;
  readonly random: HeldOutFigures;
  /** Learned from the earlier units and tested on the later; null with the reason where dates do not allow it. */
  readonly forward: (HeldOutFigures & { readonly trainedOn: number; readonly from: number }) | null;
  readonly whyNoForward: string | null;
  /** What the random folds promise more than the later units keep, in AUC; null without a forward test. */
  readonly optimism: number | null;
  readonly gains: { readonly rubric: Gain; readonly single: Gain };
  /** Forecast against outcome, over bins of equal counts, of the card in the random folds. */
  readonly reliability: readonly ReliabilityBin[];
  /** Prices that the folds chose, from the one chosen most often on; infinite kept the rubric. */
  readonly prices: readonly { readonly price: number | null; readonly folds: number }[];
}
