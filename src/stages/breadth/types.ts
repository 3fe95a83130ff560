import type { Condition } from '../../base/expr/index.ts';
import type { GroupChange, Pattern, WindowChange } from '../discovery/index.ts';
import type { Finding, ProfileVersion } from '../profile/index.ts';
import type { MarketCounts, Tier } from '../scorecard/index.ts';

/** Share of best (or won) that is to be expected, with its 90% interval. */
export interface ExpectedRate {
  readonly share: number;
  readonly interval: readonly [number, number];
  /** `search-corrected`: lift and interval of a pattern, the search taken into account; `wilson`: as counted. */
  readonly by: 'search-corrected' | 'wilson';
  /** Compared units behind it, and how many of them are best. */
  readonly best: number;
  readonly of: number;
}

/** How much of the market something reaches, against the share of best that is to be expected there. */
export interface BreadthPoint {
  readonly reach: { readonly n: number; readonly of: number };
  readonly rate: ExpectedRate;
}

/** One pattern on the frontier; its reach is among all prospects. */
export interface PatternBreadth extends BreadthPoint {
  readonly id: string;
  readonly label: string;
  readonly direction: Pattern['direction'];
}

/** All accounts of the market with at least a total of points. */
export interface TotalBreadth extends BreadthPoint {
  readonly total: number;
  readonly tier: Tier;
}

/** Tiers A and B after one line of the page is loosened or tightened. */
export interface StepBreadth extends BreadthPoint, ProfileStep {}

/** One line of a page loosened or tightened: an end of a window by one bin, a group of values by one value. */
export interface ProfileStep {
  /** Index of the fit line. */
  readonly line: number;
  readonly change: WindowChange | GroupChange;
  readonly condition: Condition;
  /** In short: `Rooms 3-6`, `Country also Northern America`, `Country without RS`. */
  readonly words: string;
  /** The whole condition in words, before and after. */
  readonly from: string;
  readonly to: string;
}

/** A page on the frontier: as it stands, at each total, and with each step taken. */
export interface ProfileBreadth {
  readonly name: string;
  readonly version: number;
  readonly tiers: ProfileVersion['profile']['tiers'];
  /** Accounts that the team can work in a year. */
  readonly capacity: number;
  /** Tiers A and B as the page stands. */
  readonly now: BreadthPoint;
  /** Highest total first; reach and units behind the rate rise downwards. */
  readonly totals: readonly TotalBreadth[];
  readonly steps: readonly StepBreadth[];
  /** Too broad or too narrow, with numbers; empty when neither. */
  readonly findings: readonly Finding[];
}

/** What a page is measured by. */
export interface ProfileBreadthInput {
  readonly version: Pick<ProfileVersion, 'name' | 'version' | 'profile'>;
  readonly steps: readonly ProfileStep[];
  readonly counts: Pick<MarketCounts, 'inMarket' | 'totals' | 'steps'>;
  readonly capacity: number;
}

/** Reach against the best rate, for patterns and page (design, section 5). */
export interface Breadth {
  readonly prospects: number;
  readonly patterns: readonly PatternBreadth[];
  /** Null when there is no page yet. */
  readonly profile: ProfileBreadth | null;
}
