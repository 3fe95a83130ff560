import type { FieldKind, ValueFormat } from './types.ts';
import type { BandReading } from './values/index.ts';

/** What a share of a column's filled cells can be read as. */
export type ShareName =
  | 'number'
  | 'band'
  | 'money'
  | 'currency'
  | 'percent'
  | 'year'
  | 'date'
  | 'serial'
  | 'age'
  | 'boolean'
  | 'country'
  | 'domain'
  | 'email'
  | 'outcome'
  | 'id';

/** One distinct text of a column and how many rows have it. */
export interface TextCount {
  readonly value: string;
  readonly count: number;
}

/** A text of a column with the amount, or the band of amounts, that it is by itself; null when it is none. */
export interface ReadText extends TextCount {
  readonly amount: BandReading | null;
}

/** What the texts of one column say about it, before anybody says what the column is. */
export interface ColumnProfile {
  readonly header: string;
  /** Rows of the file. */
  readonly total: number;
  /** Rows, among those profiled, that hold something. */
  readonly filled: number;
  /** Distinct texts that hold something. */
  readonly distinct: number;
  /** True when no text occurs twice. */
  readonly unique: boolean;
  /** What an attribute of one's own would be: a typed kind only when at least 98% of the filled cells can be read so. */
  readonly kind: FieldKind;
  readonly format: ValueFormat;
  readonly unit: string | null;
  /** Shares of the filled cells that can be read as each; `date` counts only days that exist. */
  readonly shares: Readonly<Record<ShareName, number>>;
  /** Distinct web domains; 1 for links into one site. */
  readonly domains: number;
  /** Rows whose text says won, lost or open. */
  readonly outcomes: { readonly won: number; readonly lost: number; readonly open: number };
  /** Dates that prove day first, month first, or neither. */
  readonly dates: { readonly dmy: number; readonly mdy: number; readonly either: number };
  /** Texts that may stand for nothing (`Unknown`, `None`, `NA`). */
  readonly likelyBlanks: readonly TextCount[];
  /** The commonest texts. */
  readonly examples: readonly string[];
  /** Evidence that contradicts itself, in words. */
  readonly conflicts: readonly string[];
  /** What a person should know about how the column is read. */
  readonly notes: readonly string[];
}
