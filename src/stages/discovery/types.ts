import type { Condition } from '../../base/expr/index.ts';
import type { Layer } from '../dataset/index.ts';

/** The two groups that are compared, the one that patterns speak for first. */
export type Contrast = 'best-rest' | 'won-lost' | 'churned-kept' | 'customers-market';
/** What one record of the comparison is. */
export type Unit = 'customer' | 'deal' | 'account';
/** How strong the evidence is (statistics.md, section 2): against the whole search, for its field alone, or not at all. */
export type Verdict = 'supported' | 'suggestive' | 'none';

/**
 * One candidate field as coded columns: the engine codes and counts, discovery only sees small integers.
 * Level order matters when `ordered`. A `set` field comes as one yes/no field per element.
 */
export interface CandidateField {
  readonly id: string;
  /** For people: `industry`, `uses scheduling`. */
  readonly label: string;
  readonly layer: Layer;
  readonly kind: 'category' | 'number' | 'date' | 'boolean' | 'tool' | 'signal';
  readonly ordered: boolean;
  /** Level of each unit, -1 is unknown. */
  readonly codes: Int32Array;
  readonly levels: readonly CandidateLevel[];
  /** Builds the condition that holds for these levels (adjacent ones when ordered). */
  readonly condition: (levels: readonly number[]) => Condition;
  readonly known: 'before' | 'after' | 'unknown';
  /** A person's word ends the questions about a field; a guess does not. */
  readonly knownBy: 'guessed' | 'user';
  /** Known for at least a fifth of the prospects; null when there are none. */
  readonly searchable: boolean | null;
  /** False: the field varies within an account (a deal's attribute). */
  readonly perAccount: boolean;
  /**
   * Known only where another trait holds (a product among the users of its category): that it is missing says what the
   * other trait says, and is no leak.
   */
  readonly conditional?: true;
  /** Id of the field whose values it groups: of one customer the two say the same, one more coarsely. */
  readonly groups?: string;
}

/** One value or bin of a field. */
export interface CandidateLevel {
  readonly label: string;
  /** Ends of a numeric bin (dates as days since 1970-01-01); null for a category. */
  readonly low: number | null;
  readonly high: number | null;
  /** False: counts as known but is never part of a condition (rare values pooled; "no such signal"). */
  readonly nameable: boolean;
}

/** One component of the value behind the label; NaN is unknown. A field that copies it is no discovery. */
export interface ValueColumn {
  readonly label: string;
  readonly values: Float64Array;
}

/** Everything that a discovery looks at: the two groups, the coded fields, what was declared before. */
export interface DiscoveryInput {
  readonly snapshot: string;
  readonly asOf: string;
  readonly contrast: Contrast;
  readonly unit: Unit;
  /** 1 for best, won, churned or customer; 0 for the rest. */
  readonly label: Uint8Array;
  /** Value behind the label where there is one (best-rest), else null: only its ranks are used; NaN leaves a unit out. */
  readonly value: Float64Array | null;
  /** Columns that the value was made of; empty when there are none. */
  readonly components: readonly ValueColumn[];
  /** Account of each unit, 0-based; null when a unit is an account. */
  readonly cluster: Int32Array | null;
  /** Start date of each unit as days since 1970-01-01, NaN when unknown: for cohorts. */
  readonly startedOn: Float64Array | null;
  /** Outcomes of some units are cut off by where records begin or end: only units of one start quarter compare. */
  readonly cutOff: boolean;
  readonly fields: readonly CandidateField[];
  /** Hypotheses recorded before the first discovery on this snapshot, as (field id, level set). */
  readonly declared: readonly { readonly field: string; readonly levels: readonly number[] }[];
  /** Share of the market that a condition reaches, when there is a market to reach; else null. */
  readonly reach: ((condition: Condition) => number | null) | null;
  readonly seed: number;
  /** Null takes 4,999 for n <= 1,000 and 999 above. */
  readonly permutations: number | null;
  /** Most conditions of one combination; 1 searches none. */
  readonly depth: 1 | 2 | 3 | 4;
  readonly quality: CombinationQuality;
  /** Leaves out what is only read by people and costs time: stability. */
  readonly verdictsOnly?: boolean;
}

/** Evidence for one pattern; every share comes with its count. */
export interface Pattern {
  readonly id: string;
  readonly direction: 'for' | 'against';
  readonly layer: Layer;
  /** Id of its field; of a combination the ids of all its fields, joined by ` + `. */
  readonly field: string;
  readonly label: string;
  /** All of them hold. */
  readonly conditions: readonly Condition[];
  readonly best: { readonly n: number; readonly of: number };
  readonly rest: { readonly n: number; readonly of: number };
  readonly unknown: number;
  readonly measure: string;
  readonly lift: number;
  /** Selection-corrected 90% interval of the lift. */
  readonly interval: readonly [number, number];
  /** Chance of a condition this strong somewhere in its own field. */
  readonly pField: number;
  /** The same anywhere in the search. */
  readonly pAdjusted: number;
  /** Share of half samples in which the same field gives a condition with cover Jaccard >= .5. */
  readonly stability: number | null;
  readonly verdict: Verdict;
  /**
   * Further customers (accounts, where deals are clustered by account) that would settle it; null when not in reach
   * or already supported.
   */
  readonly needMore: number | null;
  readonly declared: boolean;
  readonly searchable: boolean | null;
  /**
   * Share of best inside a combination less the largest share inside one with a condition less (mirrored for against);
   * null for a single condition.
   */
  readonly adds: number | null;
  /** Single patterns that a combination is made of; empty for a single condition. */
  readonly parts: readonly PatternPart[];
  /** Id of the shown pattern that explains this one; null when none does. */
  readonly explainedBy: string | null;
  /** Whether it only reflects, or may only reflect, the quarter in which each unit started; null when it does not. */
  readonly cohort: Doubt['kind'] | null;
  /** Everything that it may only reflect, what explains it first. */
  readonly doubts: readonly Doubt[];
  readonly reach: number | null;
}

/** One of the conditions of a combination. */
export interface PatternPart {
  /** Of the pattern that shows it by itself. */
  readonly id: string;
  readonly field: string;
  readonly label: string;
  /** z among the records that the combination does not hold for: small where the part says nothing by itself. */
  readonly zOutside: number;
}

/**
 * By what combinations that describe the best are ranked: weighted relative accuracy, share of best times the root of
 * the size, or mean value times the size.
 */
export type CombinationQuality = 'wracc' | 'lift' | 'value';

/**
 * Something that a pattern may only reflect, with z-scores of the search's own form that are positive in the direction
 * of each pattern (statistics.md, section 5).
 */
export interface Doubt {
  /** Explained: among units alike in the other it is gone. Not told apart: the data do not say which of the two it is. */
  readonly kind: 'explained' | 'not-told-apart';
  /** Id of the other shown pattern; null is the quarter in which each unit started. */
  readonly by: string | null;
  /** Over all units. */
  readonly z: number;
  /** Among units alike in the other, and its chance by permutation among them. */
  readonly zGiven: number;
  readonly p: number;
  /** Of the other, among units alike in this one. */
  readonly otherZGiven: number;
}

/** Best and all units by the quarter in which they started. */
export interface CohortShares {
  /** Differences among the quarters as one z-score. */
  readonly z: number;
  readonly quarters: readonly { readonly quarter: string; readonly best: number; readonly of: number }[];
}

/** Best and all records of each value of one category; a look at a field that was found, not a search of its own. */
export interface FieldShares {
  readonly field: string;
  readonly label: string;
  /** Highest share of best first. */
  readonly values: readonly ValueShare[];
  /** Records of which the value is unknown; null when there are none. */
  readonly unknown: { readonly best: number; readonly of: number } | null;
}

/** One value of a found category against all others. */
export interface ValueShare {
  readonly value: string;
  readonly best: number;
  readonly of: number;
  /** Wilson 90% interval of the share of best. */
  readonly interval: readonly [number, number];
  readonly direction: 'for' | 'against';
  /** Chance of a share so far from that of the other values, adjusted for the values of the field (Holm). */
  readonly pAdjusted: number;
  /** Supported only where a pattern of the field is. */
  readonly verdict: 'supported' | 'none';
}

/** A field that is set aside, because it was not known before the sale, and why. */
export interface Leak {
  readonly field: string;
  readonly label: string;
  readonly why: string;
  readonly kind: 'after-the-sale' | 'missing-with-label' | 'nearly-perfect' | 'value-component';
}

/** What the search found, and what is needed to judge and to repeat it. */
export interface DiscoveryResult {
  readonly kind: 'discovery';
  readonly snapshot: string;
  readonly asOf: string;
  readonly contrast: Contrast;
  readonly unit: Unit;
  readonly customers: { readonly n: number; readonly best: number };
  readonly search: {
    /** How the combinations that describe the best were found: `exact` rules out a better one. */
    readonly method: 'exact' | 'beam';
    /** Single conditions that the search chose among; groups count every subset of the values. */
    readonly space: number;
    /** Combinations that were tested for adding to their parts. */
    readonly combinations: number;
    readonly depth: number;
    readonly quality: CombinationQuality;
    readonly fields: number;
    readonly adjustedBy: string;
    readonly permutations: number;
    readonly seed: number;
  };
  /** Ordered by verdict, adjusted p, lift. */
  readonly patterns: readonly Pattern[];
  /** The four largest shrunk differences, when fewer than two patterns are supported or suggestive. */
  readonly questions: readonly Pattern[];
  /** Fields that look better than 1 in 20 by themselves, supported ones included, and how many chance would show. */
  readonly suggestive: { readonly found: number; readonly fields: number; readonly byChance: number };
  /** How often each value of a found category is among the best, over all records. */
  readonly shares: readonly FieldShares[];
  /** How often each start quarter is among the best; null when starts are unknown or all in one quarter. */
  readonly cohorts: CohortShares | null;
  readonly leaks: readonly Leak[];
  /** Fields a person should place before or after the sale. */
  readonly asks: readonly { readonly field: string; readonly label: string; readonly why: string }[];
  readonly warnings: readonly string[];
}

/** Too few customers to compare, which is a finding and no error. */
export type DiscoveryShortfall = {
  readonly kind: 'too-few-customers';
  readonly needed: number;
  readonly found: number;
  readonly why: string;
};
