import type { Condition } from '../../base/expr/index.ts';
import type { Layer } from '../../stages/dataset/index.ts';
import type { Contrast, Unit } from '../../stages/discovery/index.ts';
import type { ProfileVersion } from '../../stages/profile/index.ts';
import type { PointsStyle } from '../../stages/scorecard/training/index.ts';
import type { Validation } from '../../stages/scorecard/validation/index.ts';
import type { ValidatedCard } from '../validated-card.ts';
import type { WorkEvent } from '../work-event.ts';

/** Which outcome a card is to foretell, and what a person asks of it. */
export interface LearnRequest {
  /** Null takes best against rest, or won against lost when there are only deals. */
  readonly contrast: Contrast | null;
  readonly asOf: string;
  readonly last: number | null;
  readonly since: string | null;
  readonly until: string | null;
  readonly seed: number | null;
  /** Most lines with points; null takes 8, or as many as the rubric has. */
  readonly most: number | null;
  readonly style: PointsStyle;
  /** Lines of the page to keep as they are, in words; `=2` after the words sets their points. */
  readonly keep: readonly string[];
  /** Fields, tools or categories that no line may ask about. */
  readonly forbid: readonly string[];
  /** Fields, tools or categories whose points may only be positive, or only negative. */
  readonly positive: readonly string[];
  readonly negative: readonly string[];
  readonly eachLayer: boolean;
  /** Share of the outcome among all prospects, from 0 to 1, where a person knows it; null takes that of the units. */
  readonly universe: number | null;
  /** Profile whose page the card is for; null takes the current one, where there is one. */
  readonly profile: string | null;
  /** Which of the cards to keep as a new version of the page, 1 the best; null keeps none. */
  readonly save: number | null;
  readonly by: string;
  readonly why: string | null;
  readonly at: string;
  readonly onProgress: (event: WorkEvent) => void;
}

/** One line of a card, with what its points say. */
export interface ScorecardLine {
  readonly label: string;
  readonly condition: Condition;
  readonly layer: Layer;
  readonly subject: string;
  readonly points: number;
  /** Points that the rubric of the guides gives it. */
  readonly rubric: number;
  /** By how much the odds of the outcome change where it holds. */
  readonly odds: number;
  readonly searchable: boolean;
  /** Units with it, of those for which it is known, and how many are not known. */
  readonly yes: { readonly positives: number; readonly of: number };
  readonly no: { readonly positives: number; readonly of: number };
  readonly unknown: number;
}

/** A card: log odds of the outcome = base + slope x total. */
export interface Scorecard {
  readonly lines: readonly ScorecardLine[];
  readonly base: number;
  readonly slope: number;
  readonly tiers: { readonly A: number; readonly B: number; readonly C: number };
  /** Nats by which it fits worse than the first card, the prices of the rubric included. */
  readonly behind: number;
  /** Whether every line can be asked of prospects: else it judges deals and scores nobody. */
  readonly searchable: boolean;
}

/** What was learned, how it holds on units that it was not learned from, and what became of the page. */
export interface LearnedScorecard {
  readonly kind: 'scorecard';
  readonly snapshot: string;
  readonly asOf: string;
  readonly contrast: Contrast;
  readonly unit: Unit;
  readonly customers: { readonly n: number; readonly best: number };
  readonly seed: number;
  /** Nats that a point away from the rubric cost; null kept the rubric as it is. */
  readonly price: number | null;
  /** The card and up to two near-equal ones with other conditions, the best first. */
  readonly cards: readonly Scorecard[];
  readonly rubric: Scorecard;
  /** What each total of the first card is worth, by rising total: chance of the outcome with its 90% interval. */
  readonly chances: ValidatedCard['rates'];
  /** The share of the outcome that the chances were moved to; null where they speak of units like those learned from. */
  readonly universe: number | null;
  readonly validation: Validation;
  readonly warnings: readonly string[];
  /** The version that was kept; null where nothing was. */
  readonly saved: { readonly version: ProfileVersion; readonly changed: boolean } | null;
}
