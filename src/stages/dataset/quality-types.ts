import type { Message, MessageParams } from '../../base/messages/index.ts';
import type { TextCount } from './column-profile.ts';
import type { TableName } from './types.ts';

/** What a finding is about. */
export type QualityKind =
  | 'near-duplicates'
  | 'disguised-blanks'
  | 'suspicious-dates'
  | 'low-coverage'
  | 'unmatched'
  | 'duplicates'
  | 'quarantined'
  | 'mixed-currency';

/** One thing in the data that a person should look at before believing what follows from it. */
export interface QualityFinding {
  readonly kind: QualityKind;
  readonly table: TableName;
  /** Null when it is about whole rows. */
  readonly field: string | null;
  /** Rows concerned. */
  readonly count: number;
  /** Rows looked at. */
  readonly of: number;
  readonly examples: readonly string[];
  /** The sentence as a code with what it holds, and what each of the examples holds. */
  readonly said: Message & { readonly examples: readonly MessageParams[] };
  /** What was found, in sales language. */
  readonly message: string;
  /** The command that mends it; null when the source must be mended. */
  readonly fix: string | null;
}

/** One column as the quality checks read it: its commonest texts with their counts. */
export interface QualityColumn {
  readonly table: TableName;
  readonly field: string;
  readonly values: readonly TextCount[];
  /** Rows that hold a value. */
  readonly of: number;
  /** Rows for which the files that fill the column leave it empty; left out where nobody counted. */
  readonly leftEmpty?: number;
}
