import type { SqlRelation } from './types.ts';

/** How the columns behind a field look: `f`, and with it `f_low`, `f_high` (banded) and `f_currency` (mixed). */
export interface FieldShape {
  readonly kind: 'category' | 'text' | 'number' | 'money' | 'year' | 'date' | 'boolean' | 'set';
  /** Values may be known as a band only: `f_low`, `f_high` hold the ends of all, and `f` those that are exact. */
  readonly banded: boolean;
  /** The currency of each value is in `f_currency`. */
  readonly mixedCurrency: boolean;
  /** Currency code of a money field with one currency; null when unknown. */
  readonly unit: string | null;
}

/** The canonical tables that conditions read; null where the snapshot has none. */
export interface ConditionSources {
  /** One row per account, `account_id` unique. */
  readonly accounts: SqlRelation;
  readonly technologies: SqlRelation | null;
  readonly signals: SqlRelation | null;
  readonly coverage: SqlRelation | null;
  readonly observations: SqlRelation | null;
  /** Null for a field that the accounts table does not have: every condition on it is unknown. */
  readonly shapeOf: (field: string) => FieldShape | null;
}
