/** A plain value that a condition names. */
export type Scalar = string | number | boolean;

/** A number known only as a band: both ends inclusive, an open end is ±Infinity (`10k+` is 10000 to Infinity). */
export interface Band {
  readonly low: number;
  readonly high: number;
}

/** What a record holds for a field; null is unknown. Dates are `YYYY-MM-DD`; a list is a set of texts. */
export type Value = null | Scalar | Band | readonly string[];

/** A length of time in calendar units: `6 months`, `60 days`. */
export interface Duration {
  readonly count: number;
  readonly unit: 'days' | 'weeks' | 'months' | 'years';
}

/** A tool, by its own name or by its category; given both, both must match. */
export interface ToolMatch {
  readonly technology: string | null;
  readonly category: string | null;
  readonly firstSeenWithin: Duration | null;
}

/** An event: its kind, what it is about (null is anything), how recent, how strong at least. */
export interface SignalMatch {
  readonly kind: string;
  readonly about: string | null;
  readonly within: Duration | null;
  readonly minStrength: number | null;
}

/**
 * One condition over an account, as profiles, discovery and cards share it (design, section 6).
 * `window` is between, min and max in one: both ends inclusive, null is open. `age` is the time since a date.
 */
export type Condition =
  | { readonly op: 'any'; readonly field: string; readonly values: readonly Scalar[] }
  | { readonly op: 'none'; readonly field: string; readonly values: readonly Scalar[] }
  | {
      readonly op: 'window';
      readonly field: string;
      readonly low: number | null;
      readonly high: number | null;
      readonly currency: string | null;
    }
  | {
      readonly op: 'age';
      readonly field: string;
      readonly min: Duration | null;
      readonly max: Duration | null;
    }
  | { readonly op: 'growth'; readonly field: string; readonly min: number; readonly over: Duration }
  | { readonly op: 'uses'; readonly tool: ToolMatch }
  | { readonly op: 'lacks'; readonly tool: ToolMatch }
  | { readonly op: 'signal'; readonly signal: SignalMatch }
  | { readonly op: 'all'; readonly conditions: readonly Condition[] };

/**
 * A condition made absolute for one snapshot and one day: durations are dates, texts are the exact spellings that
 * occur in the data, coverage scopes are spelled out. Both evaluators (memory and SQL) take only this form.
 */
export type ResolvedCondition =
  | {
      readonly op: 'member';
      readonly field: string;
      readonly values: readonly Scalar[];
      readonly negated: boolean;
    }
  | {
      readonly op: 'window';
      readonly field: string;
      /** Inclusive; -Infinity when open. */
      readonly low: number;
      /** Inclusive; Infinity when open. */
      readonly high: number;
      /** When set, a value in another or an unknown currency is unknown. */
      readonly currency: string | null;
    }
  | { readonly op: 'dates'; readonly field: string; readonly from: string | null; readonly to: string | null }
  | {
      readonly op: 'growth';
      readonly field: string;
      readonly min: number;
      /** The newest observation on or before this day is compared... */
      readonly now: string;
      /** ...with the newest on or before this one. */
      readonly before: string;
    }
  | {
      readonly op: 'tool';
      readonly negated: boolean;
      /** Exact spellings; null is any. */
      readonly technologies: readonly string[] | null;
      readonly categories: readonly string[] | null;
      /** First seen on or after this day; null is any time. */
      readonly since: string | null;
      /** Coverage scopes under which "not listed" means "not used". */
      readonly scopes: readonly string[];
      /** True when a scope above is covered for every account. */
      readonly coveredEverywhere: boolean;
    }
  | {
      readonly op: 'signal';
      readonly kind: string;
      readonly abouts: readonly string[] | null;
      readonly since: string | null;
      readonly until: string;
      readonly minStrength: number | null;
      readonly scopes: readonly string[];
      readonly coveredEverywhere: boolean;
    }
  | { readonly op: 'all'; readonly conditions: readonly ResolvedCondition[] };

/** What the in-memory evaluator reads of one account. */
export interface ExprRecord {
  readonly values: Readonly<Record<string, Value>>;
  /** Currency code per money field; missing or null is unknown. */
  readonly currencies: Readonly<Record<string, string | null>>;
  readonly technologies: readonly {
    /** Null when only the category is known. */
    readonly technology: string | null;
    readonly category: string | null;
    readonly firstSeen: string | null;
  }[];
  readonly signals: readonly {
    readonly kind: string;
    readonly about: string | null;
    readonly observedOn: string;
    readonly strength: number | null;
  }[];
  readonly coverage: readonly { readonly scope: string; readonly checkedOn: string | null }[];
  readonly observations: readonly {
    readonly field: string;
    readonly value: number;
    readonly observedOn: string;
  }[];
}

/** Yes, no or unknown (null), with Kleene's strong three-valued connectives, as SQL has them. */
export type Truth = true | false | null;

/** What resolving needs to know of the data behind a condition. */
export interface ResolveContext {
  /** The day the question is asked, `YYYY-MM-DD`. */
  readonly asOf: string;
  /** What the field holds in the snapshot; null when there is no such field. A `year` is compared as a year. */
  readonly kindOf: (field: string) => string | null;
  /** Distinct spellings of a text field in the snapshot; an empty list when the field has none or is not text. */
  readonly spellings: (field: string) => readonly string[];
  /** Distinct tools with their category. */
  readonly technologies: readonly {
    readonly technology: string | null;
    readonly category: string | null;
  }[];
  /** Distinct subjects of a signal kind. */
  readonly abouts: (kind: string) => readonly string[];
  /** Distinct scopes of the coverage table. */
  readonly scopes: readonly string[];
  /** Scopes covered for every account. */
  readonly coveredEverywhere: ReadonlySet<string>;
}
