import {
  and,
  call,
  caseWhen,
  column,
  count,
  countWhere,
  divide,
  eq,
  gt,
  isNotNull,
  join,
  lt,
  type NamedExpr,
  named,
  ne,
  not,
  nullOf,
  number,
  or,
  type SqlExpr,
  type SqlRelation,
  type SqlSelect,
  select,
  subquery,
  subtract,
  text,
  when,
} from '../../base/sql/index.ts';
import { columnsOfField, type PartField } from '../dataset/index.ts';
import { type ChangeSpan, changeColumns } from './change-rows.ts';
import type { WatchedField } from './watched-fields.ts';

/** The companies of one source on two days. */
export interface AccountPair {
  readonly was: SqlRelation;
  readonly is: SqlRelation;
  readonly watched: readonly WatchedField[];
}

/** From this share on of the companies known both times, and this many, values were written anew, not changed. */
const ANEW = 0.5;
const MANY = 10;

/** Counts over the companies that are in both: `both`, and per watched field `known_i` both times and `changed_i`. */
export function countChanges(pair: AccountPair): SqlSelect {
  const columns = pair.watched.flatMap((field, i) => [
    named(countWhere(known(field, i)), `known_${i}`),
    named(countWhere(changed(field, i)), `changed_${i}`),
  ]);
  return select({ columns: [named(count(), 'both'), ...columns], from: pairs(pair) });
}

/** True when so many values differ that they were spelled or coded anew: that is no event at any company. */
export function isWrittenAnew(counts: { readonly known: number; readonly changed: number }): boolean {
  return counts.changed >= MANY && counts.changed > counts.known * ANEW;
}

/** The companies of which any watched field changed, with all watched values; ids made up from row numbers are none. */
export function changedAccounts(pair: AccountPair, madeUpId: string): SqlSelect {
  const columns = pair.watched.flatMap((field, i) => sidesOf(field, i));
  return select({
    columns: [named(column('account_id', 'i'), 'account_id'), ...columns.map((name) => column(name))],
    from: pairs(pair),
    where: and([
      or(pair.watched.map((field, i) => changed(field, i))),
      not(call('matches', column('account_id', 'i'), text(madeUpId))),
    ]),
  });
}

/** The signals of each watched field, from the rows of `changedAccounts`. */
export function accountSignals(
  rows: SqlRelation,
  watched: readonly WatchedField[],
  span: ChangeSpan,
): readonly SqlSelect[] {
  return watched.map((field, i) => {
    const found = { field: `accounts.${field.is.name}`, account: column('account_id') } as const;
    const signal = { ...found, ...signalOf(field, i) };
    return select({ columns: changeColumns(signal, span), from: rows, where: changed(field, i) });
  });
}

/** The companies whose field is known on both days: a change of it would have been seen. */
export function comparedAccounts(pair: AccountPair, field: WatchedField): SqlSelect {
  const only = { ...pair, watched: [field] };
  return select({
    columns: [named(column('account_id', 'i'), 'account_id')],
    from: pairs(only),
    where: known(field, 0),
  });
}

function pairs({ was, is, watched }: AccountPair): SqlRelation {
  const id = column('account_id');
  const before = watched.flatMap((field, i) => side(field.was, `was_${i}`));
  const now = watched.flatMap((field, i) => side(field.is, `is_${i}`));
  return join(
    subquery(select({ columns: [id, ...now], from: is }), 'i'),
    subquery(select({ columns: [named(id, 'was_id'), ...before], from: was }), 'w'),
    eq(column('account_id', 'i'), column('was_id', 'w')),
  );
}

function side(field: PartField, as: string): readonly NamedExpr[] {
  return columnsOfField({ ...field, mixedCurrency: false }).map(({ name }) =>
    named(column(name), `${as}${name.slice(field.name.length)}`),
  );
}

function sidesOf({ was, is }: WatchedField, i: number): readonly string[] {
  const names = (field: PartField, as: string) => [as, ...(field.banded ? [`${as}_low`, `${as}_high`] : [])];
  return [...names(was, `was_${i}`), ...names(is, `is_${i}`)];
}

function end(field: PartField, as: string, which: 'low' | 'high'): SqlExpr {
  return field.banded ? call('coalesce', column(as), column(`${as}_${which}`)) : column(as);
}

function known({ was, is }: WatchedField, i: number): SqlExpr {
  return and([isNotNull(end(was, `was_${i}`, 'low')), isNotNull(end(is, `is_${i}`, 'low'))]);
}

/** A band counts as more or less only where it lies wholly beyond the other. */
function grew({ was, is }: WatchedField, i: number): SqlExpr {
  return gt(end(is, `is_${i}`, 'low'), end(was, `was_${i}`, 'high'));
}

function fell({ was, is }: WatchedField, i: number): SqlExpr {
  return lt(end(is, `is_${i}`, 'high'), end(was, `was_${i}`, 'low'));
}

function changed(field: WatchedField, i: number): SqlExpr {
  if (field.as !== 'value') return or([grew(field, i), fell(field, i)]);
  const sides = [column(`was_${i}`), column(`is_${i}`)] as const;
  if (field.is.kind === 'boolean') return ne(...sides);
  return ne(call('lower', sides[0]), call('lower', sides[1]));
}

function signalOf(
  field: WatchedField,
  i: number,
): { readonly kind: SqlExpr; readonly about: SqlExpr; readonly strength: SqlExpr } {
  const words = field.is.name.replaceAll('_', ' ');
  const is = column(`is_${i}`);
  if (field.as === 'value') {
    const value = field.is.kind === 'boolean' ? caseWhen([when(is, text('yes'))], text('no')) : is;
    return {
      kind: text('custom'),
      about: call('concat', text(`${words}: `), value),
      strength: nullOf('double'),
    };
  }
  const [kind, less] =
    field.as === 'headcount' ? ['headcount_growth', 'headcount fell'] : ['location_opened', `${words} fell`];
  const more = grew(field, i);
  return {
    kind: caseWhen([when(more, text(kind))], text('custom')),
    about: caseWhen([when(more, nullOf('text'))], text(less)),
    strength: relativeChange(field, i),
  };
}

/** By what share of what it was; null where either is a band, or it was none. */
function relativeChange(field: WatchedField, i: number): SqlExpr {
  const [was, is] = [column(`was_${i}`), column(`is_${i}`)];
  const by = caseWhen([when(grew(field, i), subtract(is, was))], subtract(was, is));
  return caseWhen([when(gt(was, number(0)), divide(by, was))]);
}
