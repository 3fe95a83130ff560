import type { Truth } from '../../../base/expr/index.ts';
import type { TimingClass } from '../../signals/index.ts';
import type { Card, Standing, Tier } from '../types.ts';

/** The part of a card that turns the outcomes of its fit lines into a tier. */
export type PointsCard = Pick<Card, 'fit' | 'tiers'>;

/** Accounts of one standing and timing class, counted by how the fit lines come out. */
export interface OutcomeGroup {
  readonly standing: Exclude<Standing, 'outside-market'>;
  readonly timing: TimingClass;
  /** Outcome codes of the fit lines (see `encodeOutcomes`), each once, ascending. */
  readonly codes: readonly number[];
  /** How many accounts have each of these codes. */
  readonly accounts: readonly number[];
}

/**
 * How many accounts have each distinct vector of outcomes: all that other points and tiers need, in plain JSON and as
 * small as the card has outcomes, however many accounts there are.
 */
export interface OutcomeVectors {
  readonly kind: 'outcome-vectors';
  readonly version: 1;
  /** Fit lines of the card, each a digit of every code. */
  readonly lines: number;
  /** Accounts outside the market: of these no line is asked. */
  readonly outsideMarket: number;
  readonly groups: readonly OutcomeGroup[];
}

/** A count for every tier. */
export type PerTier<T> = Readonly<Record<Tier, T>>;

/** How many accounts stand where under some points and tiers. */
export interface OutcomeCounts {
  readonly accounts: number;
  readonly tiers: PerTier<number>;
  readonly disqualified: number;
  readonly outsideMarket: number;
  /** Scored accounts whose tier depends on something unknown. */
  readonly needsData: number;
  /** Accounts of tier A whose timing is hot. */
  readonly callToday: number;
}

/** Scored accounts that have one total. */
export interface TotalCount {
  readonly total: number;
  readonly accounts: number;
}

/** Accounts that change their tier. */
export interface TierMove {
  readonly from: Tier;
  readonly to: Tier;
  readonly accounts: number;
}

/** The share of accounts with a good outcome to expect, with its interval; shares from 0 to 1. */
export interface Rate {
  readonly rate: number;
  readonly low: number;
  readonly high: number;
}

/** The rate to expect of accounts with a total; null where the card was not validated. */
export type RateOf = (total: number) => Rate | null;

/** One unit (customer or deal) with a known outcome, and what cards that had not seen it say of it. */
export interface HeldOutUnit {
  readonly label: 0 | 1;
  readonly weight: number;
  /** The total that the card of its fold gave, one for each repeat of the cross-validation. */
  readonly totals: readonly number[];
  /**
   * For each repeat, what the subject of each page line added to that total in the card of the fold: told at one of the
   * lines that share a subject, 0 at the others.
   */
  readonly parts: readonly (readonly number[])[];
  /** How the fit lines of the page come out at the unit. */
  readonly truths: readonly Truth[];
  /** For each repeat, the line of its fold: log odds = base + slope x total. */
  readonly line: readonly { readonly base: number; readonly slope: number }[];
}

/** What a validation left behind of a page: enough to say what other points would have done, without learning anew. */
export interface HeldOut {
  readonly units: readonly HeldOutUnit[];
}

/** Where the tiers begin; they fall from A to C. */
export type TierCuts = Card['tiers'];

/** Cut-offs that were worked out, or why there are none. */
export type ChosenTiers =
  | { readonly kind: 'tiers'; readonly tiers: TierCuts }
  /** The accounts have fewer different totals than there are tiers to tell apart. */
  | { readonly kind: 'too-few-totals'; readonly needed: number; readonly found: number }
  /** No rate is known: the card was not validated. */
  | { readonly kind: 'not-validated' }
  /** No total promises this rate; the highest that one does. */
  | { readonly kind: 'out-of-reach'; readonly rate: number; readonly highest: number }
  /** Two of the rates begin at one total. */
  | { readonly kind: 'alike'; readonly rates: readonly [number, number]; readonly total: number };

/** What a tier holds and what to expect of it. */
export interface TierOutlook {
  readonly tier: Tier;
  readonly accounts: number;
  /** Of the accounts in the market, from 0 to 1; null for an empty market. */
  readonly share: number | null;
  /** Good outcomes to expect if all of its accounts were worked, and their rate; null where the card was not validated. */
  readonly expected: { readonly outcomes: Rate; readonly rate: Rate } | null;
}

/** What to expect of each tier, and whether better tiers promise more. */
export interface Outlook {
  readonly tiers: readonly TierOutlook[];
  /** Neighbouring tiers of which the worse promises more; empty when rates fall from A to D, null when none is known. */
  readonly outOfOrder: readonly (readonly [better: Tier, worse: Tier])[] | null;
}

/** How far the unknowns can still move the accounts of one tier. */
export interface TierRange {
  readonly tier: Tier;
  readonly accounts: number;
  /** No answer to any unknown changes their tier. */
  readonly settled: number;
  readonly mayRise: number;
  readonly mayFall: number;
}

/** The tiers as they are, and if every unknown turned out badly or well. */
export interface TierRanges {
  readonly tiers: readonly TierRange[];
  readonly atWorst: PerTier<number>;
  readonly atBest: PerTier<number>;
}

/** Something worth finding out, and what knowing it would do. */
export interface WorthKnowing {
  /** As on the fit line: `employees`, `scheduling tools`. */
  readonly subject: string;
  /** Scored accounts of which it is unknown. */
  readonly unknown: number;
  /** ... and of these those whose tier depends on it. */
  readonly depends: number;
  /** ... and of these those whose tier it would settle by itself, however it came out. */
  readonly settles: number;
}

/** How many accounts of tier A keep it under worse data: an expectation. */
export interface Survival {
  /** Accounts in tier A as the data are. */
  readonly accounts: number;
  readonly stay: number;
  /** Of these, from 0 to 1; null where tier A is empty. */
  readonly share: number | null;
}

/** How well a card tells good units from others on data it had not seen. */
export interface PointsFigures {
  /** Chance that a good unit has a higher total than another of its fold, mean over the repeats; null without both outcomes. */
  readonly auc: number | null;
  /** Mean over units and repeats, in nats: smaller is better. */
  readonly logLoss: number;
}
