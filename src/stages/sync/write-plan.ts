import {
  and,
  antiJoin,
  asc,
  call,
  caseWhen,
  cast,
  column,
  count,
  countWhere,
  eq,
  ge,
  isNotNull,
  leftJoin,
  type NamedExpr,
  named,
  ne,
  not,
  nullOf,
  or,
  type SqlExpr,
  type SqlRelation,
  type SqlSelect,
  select,
  subquery,
  text,
  tryCast,
  values,
  when,
} from '../../base/sql/index.ts';

/** One field that is written, as its columns stand in the mirror. */
export interface PlannedField {
  /** Column of the mirror with what stands in the CRM; null when the CRM has no such field yet. */
  readonly current: string | null;
  /** What the codes of the CRM stand for; null when values are what they are. */
  readonly labels: ReadonlyMap<string, string> | null;
  readonly isNumber: boolean;
  /** A difference in it alone is a reason to write; the day of scoring alone is none. */
  readonly counts: boolean;
}

/** The tables that writing back is planned from. */
export interface WritePlanParts {
  /** The scored list: `account_id`, `name`, `rank`, and what is to stand in each field as texts `d1..dn`. */
  readonly list: (alias: string) => SqlRelation;
  readonly mirror: (alias: string) => SqlRelation;
  /** What was written since: `id`, `at`, and texts `d1..dn`; null when nothing was. */
  readonly written: ((alias: string) => SqlRelation) | null;
  readonly fields: readonly PlannedField[];
}

/** Column of what is to stand in a field, and of what does. */
export function desiredColumn(place: number): string {
  return `d${place + 1}`;
}
export function currentColumn(place: number): string {
  return `c${place + 1}`;
}

/**
 * The records to be written, best ranked first: `id`, `name`, `d1..dn` and `c1..cn`. A record that has values of ours and is
 * on the list no more is to have none: a score that no longer holds must not stand.
 */
export function writePlan(parts: WritePlanParts): SqlSelect {
  const { fields } = parts;
  const columns = ['id', 'name', ...fields.flatMap((_, at) => [desiredColumn(at), currentColumn(at)])];
  return select({
    columns: columns.map((name) => named(column(name, 'p'), name)),
    from: subquery(compared(parts), 'p'),
    where: column('changed', 'p'),
    orderBy: [asc(column('rank', 'p')), asc(column('id', 'p'))],
  });
}

/** Counts `found` (records that are on the list) and `changed`. */
export function countPlan(parts: WritePlanParts): SqlSelect {
  return select({
    columns: [
      named(countWhere(column('listed', 'p')), 'found'),
      named(countWhere(column('changed', 'p')), 'changed'),
      named(countWhere(and([column('changed', 'p'), column('listed', 'p')])), 'listed_changed'),
    ],
    from: subquery(compared(parts), 'p'),
  });
}

/** Counts `scored` accounts, and `lost`: those without a record in the CRM. */
export function countUnfound({ list, mirror }: WritePlanParts): SqlSelect {
  const unfound = antiJoin(list('l'), mirror('m'), eq(column('account_id', 'l'), column('id', 'm')));
  return select({ columns: [named(count(), 'lost')], from: unfound });
}

function compared(parts: WritePlanParts): SqlSelect {
  const { list, mirror, written, fields } = parts;
  const listed = isNotNull(column('account_id', 'l'));
  let from = leftJoin(mirror('m'), list('l'), eq(column('id', 'm'), column('account_id', 'l')));
  if (written !== null) from = leftJoin(from, written('w'), eq(column('id', 'm'), column('id', 'w')));
  const cells: NamedExpr[] = [];
  const always: SqlExpr[] = [];
  const offList: SqlExpr[] = [];
  for (const [at, field] of fields.entries()) {
    const alias = `o${at + 1}`;
    if (field.labels !== null && field.current !== null)
      from = leftJoin(
        from,
        labelTable(field.labels, alias),
        eq(column(field.current, 'm'), column('value', alias)),
      );
    const current = currentOf(parts, { at, alias });
    const desired = column(desiredColumn(at), 'l');
    cells.push(named(desired, desiredColumn(at)), named(current, currentColumn(at)));
    if (field.counts) always.push(differ(desired, current, field.isNumber));
    offList.push(isNotNull(current));
  }
  return select({
    columns: [
      named(column('id', 'm'), 'id'),
      named(column('name', 'l'), 'name'),
      named(column('rank', 'l'), 'rank'),
      named(listed, 'listed'),
      named(or([and([listed, or(always)]), and([not(listed), or(offList)])]), 'changed'),
      ...cells,
    ],
    from,
  });
}

/** What stands in the CRM: as it was read, or as it was written since. */
function currentOf(
  { written, fields }: WritePlanParts,
  { at, alias }: { at: number; alias: string },
): SqlExpr {
  const { current, labels } = fields[at]!;
  const code = current === null ? nullOf('text') : column(current, 'm');
  const read = labels === null || current === null ? code : call('coalesce', column('label', alias), code);
  if (written === null) return read;
  const isLater = ge(column('at', 'w'), column('seen_at', 'm'));
  const last = call('nullIf', column(desiredColumn(at), 'w'), text(''));
  return caseWhen([when(isLater, last)], read);
}

function differ(desired: SqlExpr, current: SqlExpr, isNumber: boolean): SqlExpr {
  const plain = (of: SqlExpr) => (isNumber ? cast(tryCast(of, 'double'), 'text') : of);
  const known = (of: SqlExpr) => call('coalesce', plain(of), text('\u0001'));
  return ne(known(desired), known(current));
}

function labelTable(labels: ReadonlyMap<string, string>, alias: string): SqlRelation {
  const types = ['value', 'label'].map((name) => ({ name, type: 'text' as const }));
  return values(types, [...labels], alias);
}
