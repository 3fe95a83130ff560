import type { SignalKind } from '../../base/expr/index.ts';
import {
  add,
  and,
  antiJoin,
  call,
  cast,
  column,
  eq,
  integer,
  isNotNull,
  isNull,
  leftJoin,
  type NamedExpr,
  named,
  nullOf,
  type SqlExpr,
  type SqlRelation,
  type SqlSelect,
  select,
  subquery,
  text,
} from '../../base/sql/index.ts';
import type { Conversion } from './conversion.ts';
import { keyText } from './join-tables.ts';
import { columnsNamed } from './plan-columns.ts';
import { type ColumnReader, ROW, STAGED, typedColumns, typedName, withDictionaries } from './plan-reader.ts';
import { type TypedSlice, typedNames, withSlices } from './plan-slices.ts';
import type { ColumnMapping, FileKind, TableName } from './types.ts';

/** One file as the parts are planned from it. */
export interface FilePlan {
  readonly source: string;
  readonly as: FileKind;
  /** Staged rows under the alias `s`. */
  readonly staged: SqlRelation;
  readonly readers: readonly ColumnReader[];
  /** What some of the readers give, where one query cannot join the dictionaries of all. */
  readonly typed: readonly TypedSlice[];
  /** Rows set aside, as a relation with `__row`; null when there are none. */
  readonly setAside: SqlRelation | null;
  /** Normalised names, as a relation with `written` and `key`; null when no row is known by its name. */
  readonly nameKeys: SqlRelation | null;
  /** Every row has an id: neither its domain nor its name says which account it is. */
  readonly everyId: boolean;
  /** The column by which a lookup joins: its header and its staged column; null for other files. */
  readonly lookup: { readonly header: string; readonly staged: string } | null;
  /** The event that every row of a file of signals is; null where a column says so, or nothing does. */
  readonly signal: SignalKind | null;
  /** What stands before the row number in a made-up id: `row-`. */
  readonly idPrefix: string;
  /** Rows of this source that an earlier import kept (`append`). */
  readonly rowOffset: number;
  /**
   * The rows are joined with so many others that an engine may give them in any order: parts are sorted. Joins with
   * few rows leave the order of the file.
   */
  readonly sorted: boolean;
  /** The rows have numbers, from which ids may be made. */
  readonly numbered: boolean;
  /** How purchases in other currencies are converted before they are summed; null without rates. */
  readonly conversion: Conversion | null;
}

/** The account of a row: its id, else its domain, else its normalised name, else its row number. */
export const ACCOUNT = '__account';

/** The column that holds a field in the typed rows; null when the file does not fill it. */
export function typedField(plan: FilePlan, table: TableName, field: string): SqlExpr | null {
  const at = plan.readers.findIndex(({ mapping }) => mapping.table === table && mapping.field === field);
  return at === -1 ? null : column(typedName(at));
}

/** Key of a lookup's row, as it is compared. */
export const LOOKUP_KEY = 'lookup_key';
/** Key of a lookup's row, as it is written. */
export const LOOKUP_VALUE = 'lookup_value';

/** Id, domain and name by which the rows of a file name their account, as far as it has them. */
export function accountReference(plan: FilePlan): {
  readonly id: SqlExpr | null;
  readonly domain: SqlExpr | null;
  readonly name: SqlExpr | null;
} {
  const own = plan.as === 'lookup' ? null : typedField(plan, plan.as, 'account_id');
  return {
    id: own ?? typedField(plan, 'accounts', 'account_id'),
    domain: typedField(plan, 'accounts', 'domain'),
    name: typedField(plan, 'accounts', 'name'),
  };
}

/**
 * True when every row is an account of its own even if it names none: rows of accounts and customers, and deals without
 * any key that say what the company is like.
 */
export function rowIsAccount(as: FileKind, columns: readonly ColumnMapping[]): boolean {
  if (as === 'accounts' || as === 'customers') return true;
  if (as !== 'deals') return false;
  const used = columns.filter(({ ignored }) => !ignored);
  return used.some(({ table }) => table === 'accounts') && !used.some(namesRow);
}

/** True for a column that says which account, or which deal, a row is. */
export function namesRow({ table, field }: ColumnMapping): boolean {
  if (field === 'account_id' || field === 'deal_id') return true;
  return table === 'accounts' && (field === 'domain' || field === 'name');
}

/** The same of a plan. */
export function rowsAreAccounts({ as, readers }: Pick<FilePlan, 'as' | 'readers'>): boolean {
  return rowIsAccount(
    as,
    readers.map(({ mapping }) => mapping),
  );
}

/** Every staged row, typed: `__row` and what the readers give. Rows set aside are left out. */
export function typedRows(plan: FilePlan): SqlSelect {
  const { staged, typed, setAside } = plan;
  const readers = plan.readers.map((reader, index) => ({ reader, index }));
  const before = new Set(typed.flatMap((slice) => slice.readers.map(({ index }) => index)));
  const rest = readers.filter(({ index }) => !before.has(index));
  const all = withSlices(withDictionaries(staged, rest), typed);
  return select({
    columns: [
      named(column(ROW, STAGED), ROW),
      ...readers.flatMap((reader) => (before.has(reader.index) ? typedNames(reader) : typedColumns(reader))),
      ...lookupColumns(plan),
    ],
    from: setAside === null ? all : antiJoin(all, subquery(setAsideRows(setAside), 'q'), sameRow()),
  });
}

/** The same plan for queries that only ask for these fields: the texts of the others are looked up nowhere. */
export function withReadersOf(plan: FilePlan, fields: readonly string[]): FilePlan {
  const readers = plan.readers.map((reader) =>
    fields.includes(reader.mapping.field) ? reader : { ...reader, dictionary: null },
  );
  const typed = plan.typed.filter((slice) =>
    slice.readers.some(({ reader }) => fields.includes(reader.mapping.field)),
  );
  return { ...plan, readers, typed };
}

/** The typed rows with their account. */
export function keyedRows(plan: FilePlan): SqlSelect {
  const typed = typedRows(plan);
  const names = typed.columns.map(({ as }) => as);
  const from = subquery(typed, 't');
  const { name } = accountReference(plan);
  const keyed =
    plan.nameKeys === null || name === null
      ? from
      : leftJoin(from, subquery(nameKeyRows(plan.nameKeys), 'nk'), eq(name, column('written')));
  return select({ columns: [...columnsNamed(names), named(accountKey(plan), ACCOUNT)], from: keyed });
}

/** A made-up id: stable as long as the file's rows keep their order. Unknown where rows have no numbers. */
export function rowId({ idPrefix, rowOffset, numbered }: FilePlan): SqlExpr {
  if (!numbered) return nullOf('text');
  const number = rowOffset === 0 ? column(ROW) : add(column(ROW), integer(rowOffset));
  return call('concat', text(idPrefix), cast(number, 'text'));
}

/** One row when a row of the file has no id; null when the file gives no ids at all. */
export function rowWithoutId(plan: FilePlan): SqlSelect | null {
  const { id } = accountReference(plan);
  if (id === null) return null;
  const from = subquery(typedRows(withReadersOf(plan, ['account_id'])), 't');
  return select({ columns: [named(id, 'id')], from, where: isNull(id), limit: 1 });
}

/** Names of the rows that have neither id nor domain: those whose normalised form is needed. */
export function namesToNormalize(plan: FilePlan): SqlSelect | null {
  const { id, domain, name } = accountReference(plan);
  if (name === null || plan.everyId) return null;
  const unknown = [id, domain].filter((key) => key !== null).map(isNull);
  return select({
    columns: [named(name, 'name')],
    distinct: true,
    from: subquery(typedRows(withReadersOf(plan, ['account_id', 'domain', 'name'])), 't'),
    where: and([...unknown, isNotNull(name)]),
  });
}

function accountKey(plan: FilePlan): SqlExpr {
  const { id, domain } = accountReference(plan);
  if (plan.everyId && id !== null) return id;
  const keys = [
    id,
    domain,
    plan.nameKeys === null ? null : column('key'),
    rowsAreAccounts(plan) ? rowId(plan) : null,
  ];
  const known = keys.filter((key) => key !== null);
  return known.length === 0 ? nullOf('text') : call('coalesce', ...known);
}

function lookupColumns({ lookup }: FilePlan): readonly NamedExpr[] {
  if (lookup === null) return [];
  const of = column(lookup.staged, STAGED);
  return [named(keyText(of), LOOKUP_KEY), named(of, LOOKUP_VALUE)];
}

function setAsideRows(from: SqlRelation): SqlSelect {
  return select({ columns: [named(column(ROW), 'set_aside')], distinct: true, from });
}

function nameKeyRows(from: SqlRelation): SqlSelect {
  return select({ columns: [column('written'), column('key')], from });
}

function sameRow(): SqlExpr {
  return eq(column(ROW, STAGED), column('set_aside', 'q'));
}
