import {
  column,
  count,
  type Engine,
  named,
  nullOf,
  parquet,
  type SqlRelation,
  select,
  subquery,
} from '../../base/sql/index.ts';
import {
  type AbsenceReport,
  type AbsentDeals,
  accountsWithoutDeal,
  canonicalPartField,
  columnsOfField,
  countAbsentDeals,
  daysToWinQuery,
  endAbsentDeals,
  inOrder,
  listedQuery,
  type MergedField,
  proposeAbsence,
  type TableRef,
  timeToWin,
  withLostAccounts,
} from '../../stages/dataset/index.ts';
import { absenceListings, type DealsToSettle, type Listing } from './absence-listings.ts';
import { lastDayOnRecord } from './last-day-on-record.ts';
import type { Scratch } from './scratch.ts';

/** Columns of deals that an ending needs. */
const needed = ['created_on', 'closed_on', 'outcome'] as const;

/** The deals with the endings that absence means, and what each source lists without one. */
export interface SettledDeals {
  readonly ref: TableRef;
  readonly merged: readonly MergedField[];
  readonly reports: ReadonlyMap<string, AbsenceReport>;
}

/**
 * Gives deals without an outcome the ending that a person said absence means, source by source, and counts what each
 * source lists without one. Nothing is assumed: where nobody said anything the outcome stays unknown.
 */
export async function settleAbsence(scratch: Scratch, given: DealsToSettle): Promise<SettledDeals> {
  const { ref, merged, sources } = given;
  const listings = await absenceListings(scratch, given);
  const reports = new Map<string, AbsenceReport>();
  if (listings.length === 0) return { ref, merged, reports };
  const fields = complete(merged, listings);
  const whole = completed(parquet(scratch.store.filePath(ref)), merged, fields);
  const until = await lastDayOnRecord(scratch.engine, whole, sources);
  const timed = await scratch.engine.rows(daysToWinQuery(whole));
  const time = timeToWin(timed.map(({ days, wins }) => ({ days: Number(days), wins: Number(wins) })));
  let deals = whole;
  for (const { source, table } of listings) {
    const absence = source.absent ?? null;
    const listed = await scratch.keep(listedIds(scratch, given, { source, table }));
    const absent = { deals, fields: fields.map(({ field }) => field), listed, absence, until };
    const counts = await (table === 'deals' ? dealCounts : accountCounts)(scratch.engine, absent);
    reports.set(source.name, {
      table,
      ...counts,
      until,
      timeToWin: time,
      proposed: proposeAbsence(table, time),
    });
    if (counts.lost + counts.open === 0) continue;
    if (table === 'deals') deals = await scratch.keep(endAbsentDeals(absent));
    else if (counts.lost > 0) deals = await scratch.keep(withLostAccounts(absent));
  }
  if (deals === whole) return { ref, merged, reports };
  return { ref: await scratch.write(inOrder(allOf(deals, fields), fields)), merged: fields, reports };
}

/** The fields with those that an ending needs. */
function complete(merged: readonly MergedField[], listings: readonly Listing[]): readonly MergedField[] {
  const sources = listings.map(({ source }) => source.name);
  const missing = needed.filter((name) => !merged.some(({ field }) => field.name === name));
  return [...merged, ...missing.map((name) => ({ field: canonicalPartField('deals', name), sources }))];
}

function completed(
  deals: SqlRelation,
  merged: readonly MergedField[],
  fields: readonly MergedField[],
): SqlRelation {
  if (fields.length === merged.length) return deals;
  const own = new Set(merged.map(({ field }) => field.name));
  const columns = fields.flatMap(({ field }) =>
    columnsOfField(field).map(({ name, type }) =>
      named(own.has(field.name) ? column(name) : nullOf(type), name),
    ),
  );
  return subquery(select({ columns, from: deals }), 'completed');
}

function allOf(deals: SqlRelation, fields: readonly MergedField[]) {
  const names = fields.flatMap(({ field }) => columnsOfField(field).map(({ name }) => name));
  return select({ columns: names.map((name) => column(name)), from: deals });
}

function listedIds({ store }: Scratch, { matches }: DealsToSettle, { source, table }: Listing) {
  const part = source.parts[table] as TableRef;
  const match = table === 'accounts' ? (matches.get(source.name)?.from ?? null) : null;
  return listedQuery(parquet(store.filePath(part)), table, match);
}

type Counts = Pick<AbsenceReport, 'listed' | 'known' | 'lost' | 'open' | 'unknown'>;

async function dealCounts(engine: Engine, absent: AbsentDeals): Promise<Counts> {
  const [row] = await engine.rows(countAbsentDeals(absent));
  const [listed = 0, known = 0, lost = 0, open = 0] = ['listed', 'known', 'lost', 'open'].map((name) =>
    Number(row?.[name] ?? 0),
  );
  return { listed, known, lost, open, unknown: listed - known - lost - open };
}

async function accountCounts(engine: Engine, absent: AbsentDeals): Promise<Counts> {
  const rows = async (from: SqlRelation) => {
    const [row] = await engine.rows(select({ columns: [named(count(), 'rows')], from }));
    return Number(row?.rows ?? 0);
  };
  const listed = await rows(absent.listed);
  const without = await rows(subquery(accountsWithoutDeal(absent), 'without'));
  const of = (kind: 'lost' | 'open') => (absent.absence?.kind === kind ? without : 0);
  const [lost, open] = [of('lost'), of('open')];
  return { listed, known: listed - without, lost, open, unknown: without - lost - open };
}
