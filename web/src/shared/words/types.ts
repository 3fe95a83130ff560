/** Says one key of a catalogue: the `t` of i18next. */
export type Translate = (key: string, values?: Record<string, unknown>) => string;

/** All that is needed to say things to a person: the catalogues, the language, and the names of the fields. */
export interface Speech {
  readonly t: Translate;
  /** BCP 47, `en` or `es`. */
  readonly language: string;
  /** What a field is called; its column name with spaces where nobody gave it a label. */
  readonly labelOf: (field: string) => string;
}

/** A plain value that a condition names. */
export type Scalar = string | number | boolean;

/** A length of time in calendar units. */
export interface Duration {
  readonly count: number;
  readonly unit: 'days' | 'weeks' | 'months' | 'years';
}

/** A tool by its name, its category, or both. */
export interface Tool {
  readonly technology: string | null;
  readonly category: string | null;
  readonly firstSeenWithin: Duration | null;
}

/** An event at an account. */
export interface Signal {
  readonly kind: string;
  readonly about: string | null;
  readonly within: Duration | null;
  readonly minStrength: number | null;
}

/** A condition as the API gives it. */
export type Condition =
  | { readonly op: 'any' | 'none'; readonly field: string; readonly values: readonly Scalar[] }
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
  | { readonly op: 'uses' | 'lacks'; readonly tool: Tool }
  | { readonly op: 'signal'; readonly signal: Signal }
  | { readonly op: 'all'; readonly conditions: readonly Condition[] };

/** What a sentence holds. */
export type MessageParam = string | number | boolean | null | Condition | Message | readonly MessageParam[];

/** A sentence without its words. */
export interface Message {
  readonly code: string;
  readonly params: Readonly<Record<string, MessageParam>>;
}
