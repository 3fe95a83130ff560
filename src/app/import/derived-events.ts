import {
  antiJoin,
  column,
  count,
  eq,
  named,
  parquet,
  type SqlQuery,
  select,
  semiJoin,
  subquery,
} from '../../base/sql/index.ts';
import {
  columnsOfField,
  type DatedState,
  type FiledRows,
  mergeFields,
  type PartField,
  tableQuery,
} from '../../stages/dataset/index.ts';
import { type EventList, eventsOnlyIn, withFirstSeen } from '../../stages/signals/index.ts';
import type { GivenParts } from './given-parts.ts';
import type { Scratch } from './scratch.ts';

/** The events that a file lists, beside those of the dated import before. */
export interface DatedEvents {
  readonly listed: FiledRows | null;
  readonly gone: FiledRows | null;
  /** Events listed at the import before and no more; null where nothing was compared. */
  readonly closed: EventList | null;
  /** Events that no earlier import listed, and those listed no more. */
  readonly counts: { readonly added: number; readonly gone: number } | null;
}

/**
 * Events that were listed before keep the day on which they were seen first, unless the file dates them itself; those
 * that are listed no more happened all the same and stay.
 */
export async function datedEvents(
  scratch: Scratch,
  given: GivenParts,
  base: DatedState | null,
): Promise<DatedEvents> {
  const ref = given.written.get('signals');
  const fields = given.fields.filter(({ table }) => table === 'signals');
  const now = ref === undefined ? null : { ref, fields };
  const last = base?.signals.listed ?? null;
  if (base === null || last === null || now === null)
    return { listed: now, gone: base?.signals.gone ?? null, closed: null, counts: null };
  const list = listOf(scratch, now);
  const before = whole(scratch, [last, base.signals.gone]);
  const added = await rowsOf(scratch, eventsOnlyIn(list, before, idColumn));
  const closed = onlyIn(listOf(scratch, last), list);
  const gone = { ...before, rows: subquery(eventsOnlyIn(before, list, columnsOf(before.fields)), 'gone') };
  const kept = { ref: await scratch.write(everything(gone)), fields: gone.fields };
  const own = given.mapping.columns.find(
    ({ table, field, ignored }) => table === 'signals' && field === 'observed_on' && !ignored,
  );
  const names = columnsOf(fields).map(({ as }) => as);
  const dated = own === undefined || own.format.ages !== undefined;
  const listed = dated ? { ref: await scratch.write(withFirstSeen(list, before, names)), fields } : now;
  const counts = { added, gone: await rowsOf(scratch, eventsOnlyIn(listOf(scratch, last), list, idColumn)) };
  return { listed, gone: kept.ref.rows === 0 ? null : kept, closed, counts };
}

/**
 * The accounts of a file of events with those that only events listed no more name: these events have to find their
 * account too. Null when nothing is to be added.
 */
export async function withAccountsOfGone(
  scratch: Scratch,
  given: GivenParts,
  { base, gone }: { readonly base: DatedState | null; readonly gone: FiledRows | null },
): Promise<FiledRows | null> {
  const [now, old] = [given.written.get('accounts'), base?.parts.accounts];
  if (given.describesAccounts || base === null || gone === null || !now || !old) return null;
  const fieldsOf = (fields: readonly PartField[]) => fields.filter(({ table }) => table === 'accounts');
  const [own, before] = [fieldsOf(given.fields), fieldsOf(base.fields)];
  const ids = (ref: FiledRows['ref'], as: string) =>
    subquery(
      select({
        columns: [named(column('account_id'), as)],
        distinct: true,
        from: parquet(scratch.store.filePath(ref)),
      }),
      as,
    );
  const id = column('account_id', 'a');
  const missing = antiJoin(
    semiJoin(parquet(scratch.store.filePath(old), 'a'), ids(gone.ref, 'gone_id'), eq(id, column('gone_id'))),
    ids(now, 'now_id'),
    eq(id, column('now_id')),
  );
  const parts = [
    { source: '', from: parquet(scratch.store.filePath(now)), fields: own, match: null, lookups: [] },
    { source: '', from: missing, fields: before, match: null, lookups: [] },
  ];
  const merged = mergeFields(parts);
  const ref = await scratch.write(tableQuery(parts, merged));
  return ref.rows === now.rows ? null : { ref, fields: merged.map(({ field }) => field) };
}

/** All rows of several lists as one table. */
export function whole(scratch: Scratch, lists: readonly (FiledRows | null)[]): EventList {
  const given = lists.filter((list) => list !== null);
  const parts = given.map(({ ref, fields }) => ({
    source: '',
    from: parquet(scratch.store.filePath(ref)),
    fields,
    match: null,
    lookups: [],
  }));
  const merged = mergeFields(parts);
  return {
    rows: subquery(tableQuery(parts, merged), 'all_events'),
    fields: merged.map(({ field }) => field),
  };
}

/** Every column of a list. */
export function everything({ rows, fields }: EventList): SqlQuery {
  return select({ columns: columnsOf(fields), from: rows });
}

const idColumn = [named(column('account_id'), 'account_id')];

function columnsOf(fields: readonly PartField[]) {
  return fields.flatMap((field) => columnsOfField(field)).map(({ name }) => named(column(name), name));
}

function listOf(scratch: Scratch, { ref, fields }: FiledRows): EventList {
  return { rows: parquet(scratch.store.filePath(ref)), fields };
}

function onlyIn(list: EventList, other: EventList): EventList {
  return { ...list, rows: subquery(eventsOnlyIn(list, other, columnsOf(list.fields)), 'closed') };
}

async function rowsOf(scratch: Scratch, query: SqlQuery): Promise<number> {
  const [row] = await scratch.engine.rows(
    select({ columns: [named(count(), 'rows')], from: subquery(query, 'counted') }),
  );
  return Number(row?.rows ?? 0);
}
