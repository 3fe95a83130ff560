import {
  aggregate,
  asc,
  boolean,
  call,
  caseWhen,
  column,
  date,
  eq,
  isNotNull,
  min,
  type NamedExpr,
  named,
  nullOf,
  type OrderTerm,
  or,
  type SqlExpr,
  type SqlQuery,
  type SqlRelation,
  select,
  subquery,
  text,
  union,
  unnest,
  when,
} from '../../base/sql/index.ts';
import { canonicalColumns, canonicalPartField, keyColumn } from './plan-fields.ts';
import { type FilledField, filledField, filledFields } from './plan-filled.ts';
import { ROW, typedName } from './plan-reader.ts';
import {
  ACCOUNT,
  accountReference,
  type FilePlan,
  keyedRows,
  LOOKUP_KEY,
  LOOKUP_VALUE,
  rowId,
  rowsAreAccounts,
  typedField,
} from './plan-rows.ts';
import { planSums } from './plan-sums.ts';
import type { PartField, TableName } from './types.ts';

/** What a file gives to one canonical table: the rows as a query, and the fields behind their columns. */
export interface PartPlan {
  readonly table: TableName;
  readonly query: SqlQuery;
  readonly fields: readonly PartField[];
}

/** What a lookup gives. */
export type LookupPlan = Omit<PartPlan, 'table'>;

/** Tables whose canonical columns are always all there: conditions read them without asking. */
const COMPLETE: readonly TableName[] = ['technologies', 'signals', 'coverage'];

/** Everything that one file gives: a part per canonical table that it fills. */
export function planParts(plan: FilePlan, observedOn: string | null): readonly PartPlan[] {
  if (plan.as === 'lookup') return [];
  if (plan.as === 'transactions') return [{ table: 'customers', ...planSums(plan) }, accountsOfRows(plan)];
  const tables = new Set(plan.readers.map(({ mapping }) => mapping.table));
  tables.add(plan.as);
  if (namesAccounts(plan)) tables.add('accounts');
  return [...tables].flatMap((table) => {
    if (table === 'accounts') return [plan.as === 'accounts' ? accountRows(plan) : accountsOfRows(plan)];
    if (table === 'technologies') return technologyParts(plan, observedOn);
    return [plainPart(plan, table, observedOn)];
  });
}

/** The rows of a lookup, one per key, with `lookup_key` and `lookup_value`. */
export function planLookup(plan: FilePlan): LookupPlan {
  const filled = plan.readers.flatMap(({ staged }, index) =>
    staged === plan.lookup?.staged ? [] : [filledField(plan, index, null)],
  );
  const columns = [column(LOOKUP_KEY), column(LOOKUP_VALUE), ...filled.flatMap((each) => each.columns)];
  return {
    query: select({ columns, from: rows(plan), orderBy: fileOrder(plan) }),
    fields: filled.map(({ field }) => field),
  };
}

/** True when the rows of a file say of which account they are. */
export function namesAccounts(plan: FilePlan): boolean {
  const { id, domain, name } = accountReference(plan);
  return rowsAreAccounts(plan) || [id, domain, name].some((key) => key !== null);
}

function rows(plan: FilePlan): SqlRelation {
  return subquery(keyedRows(plan), 'k');
}

function accountRows(plan: FilePlan): PartPlan {
  const filled = filledFields(plan, 'accounts');
  const columns = [named(column(ACCOUNT), 'account_id'), ...filled.flatMap((each) => each.columns)];
  return {
    table: 'accounts',
    query: select({ columns, from: rows(plan), orderBy: fileOrder(plan) }),
    fields: [canonicalPartField('accounts', 'account_id'), ...filled.map(({ field }) => field)],
  };
}

/** The accounts that rows of another kind name: each once, a field from the first row that knows it. */
function accountsOfRows(plan: FilePlan): PartPlan {
  const filled = filledFields(plan, 'accounts');
  const first = filled.flatMap(({ columns, known }) =>
    columns.map(({ expr, as }) => named(aggregate('argMin', [expr, column(ROW)], { filter: known }), as)),
  );
  return {
    table: 'accounts',
    query: select({
      columns: [named(column(ACCOUNT), 'account_id'), ...first],
      from: rows(plan),
      where: isNotNull(column(ACCOUNT)),
      groupBy: [column(ACCOUNT)],
      orderBy: [asc(min(column(ROW)))],
    }),
    fields: [canonicalPartField('accounts', 'account_id'), ...filled.map(({ field }) => field)],
  };
}

function fileOrder({ sorted }: FilePlan): readonly OrderTerm[] {
  return sorted ? [asc(column(ROW))] : [];
}

/** Rows of the file's own table all count; of another table, those that say something about it. */
function plainPart(plan: FilePlan, table: TableName, observedOn: string | null): PartPlan {
  const filled = filledFields(plan, table);
  const where = plan.as === table ? null : or(filled.map(({ known }) => known));
  return completePart(plan, { table, filled, from: rows(plan), where, observedOn, orderBy: fileOrder(plan) });
}

/** A tool per element when a cell lists several, and one part per column that names tools. */
function technologyParts(plan: FilePlan, observedOn: string | null): readonly PartPlan[] {
  const others = filledFields(plan, 'technologies').filter(({ field }) => field.name !== 'technology');
  const parts = plan.readers.flatMap(({ mapping }, index) => {
    if (mapping.table !== 'technologies' || mapping.field !== 'technology') return [];
    const listed = mapping.kind === 'set';
    const cell = column(typedName(index));
    const from = listed ? unnest(rows(plan), { of: cell, as: 'tool', alias: 'u' }) : rows(plan);
    const tool = listed ? column('tool') : cell;
    const field = { ...filledField(plan, index, null).field, kind: 'category' as const };
    const known = isNotNull(tool);
    const filled = [{ field, columns: [named(tool, 'technology')], known }, ...others];
    const orderBy = listed ? [asc(column(ROW)), asc(tool)] : fileOrder(plan);
    return [completePart(plan, { table: 'technologies', filled, from, where: known, observedOn, orderBy })];
  });
  const [first] = parts;
  return first === undefined ? [] : [{ ...first, query: union(parts.map(({ query }) => query)) }];
}

interface PartRows {
  readonly table: TableName;
  readonly filled: readonly FilledField[];
  readonly from: SqlRelation;
  readonly where: SqlExpr | null;
  readonly observedOn: string | null;
  readonly orderBy: readonly OrderTerm[];
}

function completePart(
  plan: FilePlan,
  { orderBy, table, filled, from, where, observedOn }: PartRows,
): PartPlan {
  const ids = canonicalColumns(table)
    .map(({ name }) => name)
    .filter((name) => name.endsWith('_id') && name !== 'account_id');
  const given = new Set(filled.map(({ field }) => field.name));
  const made = ids.filter((name) => !given.has(name)).map((name) => madeId(plan, table, name));
  const missing = COMPLETE.includes(table) ? missingFields(plan, { table, given, observedOn }) : [];
  const provenance = table === 'people' ? provenanceOf(plan, given, observedOn) : [];
  const ending = table === 'deals' ? endingOf(plan, given) : [];
  const built = [...made, ...missing, ...provenance, ...ending];
  const account = named(column(ACCOUNT), 'account_id');
  return {
    table,
    query: select({
      columns: [account, ...filled.flatMap((each) => each.columns), ...built],
      from,
      where,
      orderBy,
    }),
    fields: [
      canonicalPartField(table, 'account_id'),
      ...filled.map(({ field }) => field),
      ...built.map(({ as }) => canonicalPartField(table, as)),
    ],
  };
}

/** A key that the file does not have is made; another table's id (a person on a touch) stays unknown. */
function madeId(plan: FilePlan, table: TableName, name: string): NamedExpr {
  if (name !== keyColumn(table)) return named(nullOf('text'), name);
  const email = table === 'people' ? typedField(plan, 'people', 'email') : null;
  return named(email === null ? rowId(plan) : call('coalesce', email, rowId(plan)), name);
}

function missingFields(
  plan: FilePlan,
  { table, given, observedOn }: { table: TableName; given: ReadonlySet<string>; observedOn: string | null },
): readonly NamedExpr[] {
  return canonicalColumns(table)
    .filter(({ name }) => name !== 'account_id' && !given.has(name))
    .map(({ name, type }) => {
      if (name === 'source') return named(text(plan.source), name);
      const event = table === 'signals' && table === plan.as && name === 'kind' ? plan.signal : null;
      if (event !== null) return named(text(event), name);
      const dated = name === 'observed_on' || name === 'checked_on';
      return named(dated && observedOn !== null ? date(observedOn) : nullOf(type), name);
    });
}

/** Each contact carries where it came from and when. */
function provenanceOf(
  plan: FilePlan,
  given: ReadonlySet<string>,
  observedOn: string | null,
): readonly NamedExpr[] {
  const source = given.has('source') ? [] : [named(text(plan.source), 'source')];
  const dated =
    given.has('obtained_on') || observedOn === null ? [] : [named(date(observedOn), 'obtained_on')];
  return [...source, ...dated];
}

/** How a deal ended, where two columns say whether it is won and whether it is closed. */
function flaggedEnding(plan: FilePlan): readonly NamedExpr[] {
  const [won, closed] = [typedField(plan, 'deals', 'is_won'), typedField(plan, 'deals', 'is_closed')];
  if (won === null || closed === null) return [];
  const branches = [
    when(eq(won, boolean(true)), text('won')),
    when(eq(closed, boolean(true)), text('lost')),
    when(eq(closed, boolean(false)), text('open')),
  ];
  return [named(caseWhen(branches), 'outcome')];
}

/** How and when a deal ended, where the file only dates its winning or losing. */
function endingOf(plan: FilePlan, given: ReadonlySet<string>): readonly NamedExpr[] {
  const [won, lost] = [typedField(plan, 'deals', 'won_on'), typedField(plan, 'deals', 'lost_on')];
  const ends = [won, lost].filter((end) => end !== null);
  if (ends.length === 0) return given.has('outcome') ? [] : flaggedEnding(plan);
  const branches = [
    ...(won === null ? [] : [when(isNotNull(won), text('won'))]),
    ...(lost === null ? [] : [when(isNotNull(lost), text('lost'))]),
  ];
  return [
    ...(given.has('outcome') ? [] : [named(caseWhen(branches, text('open')), 'outcome')]),
    ...(given.has('closed_on') ? [] : [named(call('coalesce', ...ends), 'closed_on')]),
  ];
}
