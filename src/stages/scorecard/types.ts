import type { Duration, ResolvedCondition, Truth } from '../../base/expr/index.ts';
import type { Layer } from '../dataset/index.ts';
import type { TimingClass, TimingTiers } from '../signals/index.ts';

/** A line of the card, ready to be asked of every account. */
export interface CardLine {
  /** Stable within a card: `fit-1`, `anti-2`, `market-1`. */
  readonly id: string;
  /** In words: `industry is private clinic`. */
  readonly label: string;
  /** Field, tool or signal to find when the line is unknown: `employees`, `scheduling tool`. */
  readonly subject: string;
  readonly layer: Layer;
  readonly condition: ResolvedCondition;
}

/** A line that adds points to the fit. */
export interface CardFitLine extends CardLine {
  readonly points: number;
}

/** A signal that adds points by its age. */
export interface CardTimingLine extends Omit<CardLine, 'condition'> {
  readonly condition: Extract<ResolvedCondition, { readonly op: 'signal' }>;
  /** The event without its window: `hired administration`. */
  readonly event: string;
  /** How long an event counts; null is for ever. */
  readonly within: Duration | null;
  readonly points: number;
  readonly halfLifeDays: number;
  /** For days on which it is nothing but a change between two dated imports, the day of the one before. */
  readonly spans: Readonly<Record<string, string>>;
}

/** A line that disqualifies. */
export interface CardAntiLine extends CardLine {
  readonly because: string;
}

/** A profile compiled for one snapshot and one day: all that scoring needs (design, section 7). */
export interface Card {
  readonly profile: { readonly name: string; readonly version: number };
  readonly asOf: string;
  readonly market: readonly CardLine[];
  readonly fit: readonly CardFitLine[];
  readonly timing: readonly CardTimingLine[];
  readonly anti: readonly CardAntiLine[];
  readonly tiers: { readonly A: number; readonly B: number; readonly C: number };
  readonly timingTiers: TimingTiers;
  readonly queueBy: readonly ('tier' | 'timing')[];
  readonly committee: readonly { readonly role: string; readonly titles: readonly string[] }[];
}

/** How well an account fits, best first. */
export type Tier = 'A' | 'B' | 'C' | 'D';

/** Where an account stands against the card. */
export type Standing = 'scored' | 'disqualified' | 'outside-market';

/** One account against a card: the reference that the SQL evaluator must equal. */
export interface AccountScore {
  readonly standing: Standing;
  /** Sum of points over the lines that hold. */
  readonly fit: number;
  /** The fit if every unknown turned out badly, and if every unknown turned out well. */
  readonly fitMin: number;
  readonly fitMax: number;
  /** Null unless scored. */
  readonly tier: Tier | null;
  /** True when the tier depends on something unknown. */
  readonly needsData: boolean;
  readonly timing: TimingClass;
  /** Sum over the known timing lines, to the thousandth; null when none is known. */
  readonly timingPoints: number | null;
  readonly strongest: StrongestSignal | null;
  readonly market: readonly Truth[];
  readonly fitLines: readonly Truth[];
  readonly anti: readonly Truth[];
  readonly timingLines: readonly TimingOutcome[];
}

/** The signal that is worth most today; of several alike the first on the page. None when no line is above 0. */
export interface StrongestSignal {
  /** Index into the card's timing lines. */
  readonly line: number;
  readonly on: string;
}

/** One timing line at one account: the newest event that matches and what it is still worth. */
export interface TimingOutcome {
  readonly truth: Truth;
  readonly newest: string | null;
  /** To the thousandth. */
  readonly points: number;
}
