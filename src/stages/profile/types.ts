import type { Condition, Duration, LabelOf } from '../../base/expr/index.ts';
import type { Message, MessageParams } from '../../base/messages/index.ts';
import type { Field, Layer } from '../dataset/index.ts';
import type { Pattern, Said } from '../discovery/index.ts';

/** Why a line is on the page: the pattern it came from, as discovery measured it. */
export interface Evidence {
  readonly snapshot: string;
  readonly best: { readonly n: number; readonly of: number };
  readonly rest: { readonly n: number; readonly of: number };
  readonly unknown: number;
  readonly lift: number;
  readonly interval: readonly [number, number];
  readonly pAdjusted: number;
  readonly verdict: 'supported' | 'suggestive' | 'none' | 'confirmed';
  readonly needMore: number | null;
}

/** One condition that scores. */
export interface FitLine {
  readonly layer: Layer;
  readonly condition: Condition;
  /** Small integer, -5..5. */
  readonly points: number;
  readonly evidence: Evidence | null;
  readonly note: string | null;
}

/** One signal that scores by its age. */
export interface TimingLine {
  readonly condition: Extract<Condition, { op: 'signal' }>;
  readonly points: number;
  readonly halfLife: Duration;
  readonly evidence: Evidence | null;
}

/** One line that disqualifies, with the reason a person gave. */
export interface AntiLine {
  readonly condition: Condition;
  readonly because: string;
}

/** One figure of the buying committee; null is an open question, never filler. */
export interface CommitteeFigure {
  readonly role: string;
  readonly titles: readonly string[];
  readonly caresAbout: string | null;
  readonly angle: string | null;
  readonly channel: string | null;
}

/** What such a customer pays; null ends are open. */
export interface Budget {
  readonly min: number | null;
  readonly max: number | null;
  readonly currency: string | null;
  readonly per: 'year' | 'month' | 'once';
}

/** The market in money: its accounts times the median contract of the best customers. */
export interface MarketSize {
  readonly accounts: number;
  readonly times: number;
  readonly value: number;
  readonly interval: readonly [number, number] | null;
  readonly currency: string | null;
  readonly source: string;
}

/** A known-for-customers-only trait: stays on the page as evidence, never as points. */
export interface EvidenceLine {
  readonly layer: Layer;
  readonly condition: Condition;
  readonly evidence: Evidence;
  readonly why: string;
}

/** The page (design, section 6), as it is stored and versioned. */
export interface Profile {
  readonly name: string;
  readonly kind: 'company' | 'person';
  readonly status: 'hypothesis' | 'supported';
  readonly market: readonly Condition[];
  readonly fit: readonly FitLine[];
  readonly timing: readonly TimingLine[];
  readonly anti: readonly AntiLine[];
  /** Evidence that no prospect can be searched by. */
  readonly evidenceOnly: readonly EvidenceLine[];
  readonly committee: readonly CommitteeFigure[];
  readonly challenges: readonly string[];
  readonly budget: Budget | null;
  readonly marketSize: MarketSize | null;
  readonly edge: string | null;
  readonly tiers: { readonly A: number; readonly B: number; readonly C: number };
  readonly timingTiers: { readonly hot: number; readonly warm: number };
  readonly queueBy: readonly ('tier' | 'timing')[];
  readonly review: { readonly every: 'month' | 'quarter' | 'half-year' | 'year' };
  /** Questions to sales and support that data could not answer. */
  readonly questions: readonly string[];
}

/** One thing that is wrong with a profile document, and where it stands. */
export interface ProfileProblem {
  /** 1-based line in the document; null when the problem has no place in it. */
  readonly line: number | null;
  /** `fit.firmographic[1].points`. */
  readonly path: string;
  readonly message: string;
}

/** One stored version of a profile. */
export interface ProfileVersion {
  readonly name: string;
  readonly version: number;
  readonly profile: Profile;
  readonly createdAt: string;
  readonly createdBy: string;
  readonly why: string | null;
  readonly published: boolean;
  readonly signedBy: readonly { readonly team: string; readonly by: string; readonly on: string }[];
  /** Snapshot it was drafted or last checked against. */
  readonly snapshot: string | null;
}

/** How often a value occurs among the customers: the facts from which a draft reads its market. */
export interface ScopeFact {
  readonly field: string;
  /** Commonest first. */
  readonly values: readonly { readonly value: string; readonly count: number }[];
  /** Customers for whom the field is known, and all customers. */
  readonly known: number;
  readonly of: number;
}

/** People on won deals or at best customers, counted by role and title. */
export interface RoleFact {
  readonly role: string | null;
  readonly title: string | null;
  /** Accounts at which such a person was found. */
  readonly accounts: number;
}

/** What a draft is made from; every list may be empty. */
export interface DraftInput {
  readonly name: string;
  readonly kind: Profile['kind'];
  readonly snapshot: string;
  readonly asOf: string;
  readonly customers: { readonly n: number; readonly best: number };
  /** Patterns of discovery; those without evidence are not drafted. */
  readonly patterns: readonly Pattern[];
  /** Discovery's questions: the largest differences that chance could explain. */
  readonly questions: readonly Pattern[];
  /** The question that is settled soonest, in words, with the pattern it is about; null when nothing is open. */
  readonly next: { readonly pattern: string | null; readonly text: string } | null;
  /** What people said of the patterns: it stands beside a line and moves no points. */
  readonly said: readonly (Said & { readonly pattern: string | null })[];
  readonly fields: readonly Field[];
  readonly scopes: readonly ScopeFact[];
  readonly people: readonly RoleFact[];
  /** Contract values of the best customers; null when none is known. */
  readonly contracts: {
    readonly values: readonly number[];
    readonly currency: string | null;
    readonly per: Budget['per'];
  } | null;
  /** Lower 90% bound of the validated AUC; null when nothing was validated. */
  readonly aucLow: number | null;
}

/** One question of `profile new`. */
export interface ProfileQuestion {
  readonly id: QuestionId;
  readonly text: string;
  readonly help: string;
  readonly example: string;
}

/** The ten questions that `profile new` asks. */
export type QuestionId =
  | 'offer'
  | 'customers'
  | 'size'
  | 'place'
  | 'tools'
  | 'signals'
  | 'exclusions'
  | 'buyer'
  | 'user'
  | 'blocker';

/** Answers as they were typed; any may be missing. */
export type ProfileAnswers = Readonly<Partial<Record<QuestionId, string>>>;

/** A belief recorded before looking at data, and what would test it. */
export interface DeclaredHypothesis {
  readonly condition: Condition;
  /** In words: `industry is private clinic`. */
  readonly label: string;
  /** What to bring to put it to the test. */
  readonly test: string;
}

/** A profile made from answers instead of data. */
export interface NewProfile {
  readonly profile: Profile;
  readonly hypotheses: readonly DeclaredHypothesis[];
  /** Parts of answers that could not be read as a search, as they were typed. */
  readonly unread: readonly { readonly question: QuestionId; readonly text: string; readonly why: string }[];
}

/** The usual mistakes of a profile (requirements E9 and the lint of design section 6). */
export type LintRule =
  | 'no-anti'
  | 'no-fit'
  | 'few-figures'
  | 'open-questions'
  | 'no-signal'
  | 'not-searchable'
  | 'rarely-known'
  | 'no-evidence'
  | 'unfounded-evidence'
  | 'stale'
  | 'too-broad'
  | 'too-narrow'
  | 'persona'
  | 'not-signed'
  | 'filler'
  | 'copied'
  | 'tier-out-of-reach'
  | 'many-profiles';

/** One sentence of a rule; a rule that says different things has several. */
export type LintCode =
  | 'no-anti'
  | 'no-fit'
  | 'few-figures'
  | 'still-open'
  | 'no-signal'
  | 'field-unknown'
  | 'field-misspelt'
  | 'field-not-counted'
  | 'field-no-age'
  | 'field-rarely-known'
  | 'tool-unknown'
  | 'tool-misspelt'
  | 'signal-unknown'
  | 'values-absent'
  | 'values-above'
  | 'values-below'
  | 'no-evidence'
  | 'unfounded-evidence'
  | 'stale'
  | 'too-broad'
  | 'too-narrow'
  | 'persona'
  | 'not-signed'
  | 'filler-empty'
  | 'filler-slogan'
  | 'filler-repeated'
  | 'tier-out-of-reach'
  | 'tier-little-known'
  | 'hot-out-of-reach'
  | 'many-profiles';

/** One mistake found, with what to do about it. */
export interface Finding {
  readonly rule: LintRule;
  /** Which sentence it is, and what the sentence holds. */
  readonly code: LintCode;
  readonly params: MessageParams;
  /** An error cannot be searched or shared as it stands; a warning weakens the page; a note is worth knowing. */
  readonly severity: 'error' | 'warning' | 'note';
  readonly message: string;
  readonly remedy: string;
  /** Place on the page, `fit.firmographic[1]`; null for the page as a whole. */
  readonly path: string | null;
}

/** A condition with the evidence that a discovery gave it, as a drafted line carries it. */
export interface FoundEvidence {
  readonly condition: Condition;
  readonly evidence: Evidence;
}

/** What the lint knows beside the page itself; null is unknown and the rules that need it stay silent. */
export interface LintContext {
  readonly asOf: string;
  /** Field catalog of the accounts; null before any import. */
  readonly fields: readonly Field[] | null;
  /** Tools (names and categories) and signal kinds that occur or were looked for; null before any import. */
  readonly tools: readonly string[] | null;
  readonly signals: readonly string[] | null;
  /** What the discoveries kept here found, on the snapshots that the evidence of the page names. */
  readonly found: readonly FoundEvidence[] | null;
  readonly publishedOn: string | null;
  /** Teams that signed this version. */
  readonly signedBy: readonly string[];
  /** Accounts in the market and those in tiers A and B. */
  readonly reach: { readonly market: number; readonly tiersAB: number } | null;
  /** Accounts that the team can work in a year. */
  readonly capacity: number;
  /** Named profiles in the workspace, this one included. */
  readonly profiles: number;
}

/** One difference between two versions, in words and by place. */
export interface ProfileChange {
  readonly kind: 'added' | 'removed' | 'changed';
  readonly path: string;
  readonly words: string;
  readonly change: ChangeMessage;
}

/** A difference as a code with what it holds. */
export interface ChangeMessage extends Message {
  readonly code: ChangeCode;
}

/** What may differ between two versions. */
export type ChangeCode =
  | 'line-added'
  | 'line-removed'
  | 'condition'
  | 'points'
  | 'layer'
  | 'note'
  | 'half-life'
  | 'because'
  | 'why'
  | 'evidence'
  | 'evidence-again'
  | 'figure-added'
  | 'figure-removed'
  | 'figure'
  | 'setting'
  | 'text-added'
  | 'text-removed'
  | 'signed'
  | 'unsigned'
  | 'published'
  | 'unpublished'
  | 'reordered';

/** What the page shows beside the profile; null parts are left out. */
export interface PageContext {
  /** The day the page is shown. */
  readonly asOf: string;
  /** Accounts per tier, when a run scored them with this version. */
  readonly tiers: {
    readonly A: number;
    readonly B: number;
    readonly C: number;
    readonly D: number;
    readonly disqualified: number;
    readonly outsideMarket: number;
  } | null;
  /** Label of a field for people. */
  readonly labelOf: LabelOf;
}

/** Evidence drawn as a mark: shares on one axis from 0 to 1. */
export interface EvidenceMark {
  readonly best: { readonly n: number; readonly of: number; readonly share: number };
  readonly rest: { readonly n: number; readonly of: number; readonly share: number };
  /**
   * The lift's interval as shares among the best: lift times the share of all customers (the margins held fixed),
   * so that it is corrected for the search like the lift itself.
   */
  readonly interval: readonly [number, number];
  readonly verdict: Evidence['verdict'];
  /** `supported`, `suggestive: may be chance`, ... */
  readonly verdictInWords: string;
  /** `7 of 8 best, 4 of 17 others`. */
  readonly counts: string;
  /** `2.1 times (1.2 to 3.1)`. */
  readonly lift: string;
  readonly unknown: number;
  readonly needMore: number | null;
}

/** One scored line as people read it. */
export interface PageLine {
  /** `+3`, `-2`. */
  readonly points: string;
  readonly words: string;
  readonly note: string | null;
  /** Half-life of a signal, `halves every 60 days`; null for a fit line. */
  readonly fades: string | null;
  /** Null: nothing was measured yet. */
  readonly evidence: EvidenceMark | null;
}

/** The page as plain words and figures, in the order in which every renderer shows it. */
export interface Page {
  readonly kind: 'page';
  readonly head: {
    readonly name: string;
    readonly of: 'company' | 'person';
    readonly status: Profile['status'];
    readonly statusInWords: string;
    readonly version: number;
    readonly published: boolean;
    readonly createdAt: string;
    readonly createdBy: string;
    readonly snapshot: string | null;
    readonly signatures: readonly { readonly team: string; readonly by: string; readonly on: string }[];
    readonly review: string;
    readonly asOf: string;
  };
  readonly market: readonly string[];
  readonly layers: readonly {
    readonly layer: Layer;
    readonly title: string;
    readonly lines: readonly PageLine[];
  }[];
  readonly timing: readonly PageLine[];
  readonly anti: readonly { readonly words: string; readonly because: string }[];
  readonly evidenceOnly: readonly {
    readonly words: string;
    readonly why: string;
    readonly evidence: EvidenceMark;
  }[];
  readonly committee: readonly CommitteeFigure[];
  readonly challenges: readonly string[];
  readonly budget: string | null;
  readonly marketSize: { readonly value: string; readonly how: string } | null;
  readonly edge: string | null;
  readonly scoring: {
    readonly attainable: number;
    readonly tiers: readonly {
      readonly tier: 'A' | 'B' | 'C' | 'D';
      /** `9 points or more`. */
      readonly from: string;
      readonly play: string;
      readonly accounts: number | null;
    }[];
    readonly timing: string;
    readonly queue: string;
    readonly left: string | null;
  };
  readonly questions: readonly string[];
  readonly findings: readonly Finding[];
}
