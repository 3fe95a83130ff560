import { date, type NamedExpr, named, nullOf, type SqlExpr, text } from '../../base/sql/index.ts';
import type { TableName } from '../dataset/index.ts';

/** The two days between which something changed, and the source that says so. */
export interface ChangeSpan {
  readonly source: string;
  readonly from: string;
  readonly to: string;
}

/** One signal of a comparison: `field` (with its table) is what it was found in, the others are columns of signals. */
export interface ChangeSignal {
  readonly field: `${TableName}.${string}`;
  readonly account: SqlExpr;
  readonly kind: SqlExpr;
  readonly about: SqlExpr;
  readonly strength: SqlExpr;
}

/** Column that says in which field a change was found: `accounts.status`. */
export const CHANGED_FIELD = 'changed_field';

/** What the source of a change looks like; its group is the earlier day. */
export const CHANGE_SOURCE = '^changes in .*, ([0-9]{4}-[0-9]{2}-[0-9]{2}) to [0-9]{4}-[0-9]{2}-[0-9]{2}$';

/** Columns of a change: it is dated by the later day, and its source names both, between which it happened. */
export function changeColumns(signal: ChangeSignal, { source, from, to }: ChangeSpan): readonly NamedExpr[] {
  return [
    named(text(signal.field), CHANGED_FIELD),
    named(signal.account, 'account_id'),
    named(signal.kind, 'kind'),
    named(signal.about, 'about'),
    named(date(to), 'observed_on'),
    named(signal.strength, 'strength'),
    named(text(`changes in ${source}, ${from} to ${to}`), 'source'),
    named(nullOf('text'), 'url'),
  ];
}
