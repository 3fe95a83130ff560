import {
  and,
  asc,
  type Cell,
  type ColumnInfo,
  column,
  eq,
  isIn,
  join,
  named,
  ne,
  not,
  parquet,
  type Row,
  type SqlExpr,
  type SqlRelation,
  select,
  subquery,
  text,
  union,
} from '../../base/sql/index.ts';
import type { StagedFile } from '../../edges/connectors/index.ts';
import type { Store } from '../../edges/store/index.ts';
import type { TableRef } from '../../stages/dataset/index.ts';
import { ROW } from '../../stages/dataset/index.ts';
import type { Scratch } from './scratch.ts';
import { stagedRows } from './staged-rows.ts';
import type { QuarantinedRow } from './types.ts';

/** Columns of the quarantine table. */
export const QUARANTINE: readonly ColumnInfo[] = [
  { name: 'source', type: 'text' },
  { name: 'line', type: 'integer' },
  { name: 'column_name', type: 'text' },
  { name: 'value', type: 'text' },
  { name: 'reason', type: 'text' },
  { name: 'row', type: 'text' },
];

/** One quarantined row with its cells as JSON. */
export interface QuarantineEntry extends QuarantinedRow {
  readonly row: string;
}

/**
 * The quarantined rows of one file: lines that are no row, then rows with a cell that does not fit or a key that
 * was there before, each once, with their lines in the file.
 */
export async function* quarantineEntries(
  scratch: Scratch,
  staged: StagedFile,
  setAside: SqlRelation | null,
): AsyncIterable<QuarantineEntry> {
  for (const { line, reason, text: row } of staged.rejected) {
    yield { line, column: null, value: null, reason, row: JSON.stringify({ line: row }) };
  }
  if (setAside !== null) yield* onePerRow(setAsideEntries(scratch, staged, setAside));
}

/** Joins the reasons of one row, which come one after the other. */
async function* onePerRow(entries: AsyncIterable<QuarantineEntry>): AsyncIterable<QuarantineEntry> {
  let last = null as QuarantineEntry | null;
  for await (const entry of entries) {
    if (last?.line === entry.line) {
      last = { ...last, reason: `${last.reason}; \`${entry.column}\` too: ${entry.reason}` };
      continue;
    }
    if (last !== null) yield last;
    last = entry;
  }
  if (last !== null) yield last;
}

async function* setAsideEntries(
  scratch: Scratch,
  staged: StagedFile,
  setAside: SqlRelation,
): AsyncIterable<QuarantineEntry> {
  const lines = await linesOf(scratch, staged, setAside);
  for await (const batch of scratch.engine.stream(setAsideCells(staged, setAside))) {
    for (const cells of batch) yield toEntry(cells, staged, lines);
  }
}

/** What stays in the quarantine: all but the rows of some sources, and those that are tried again. */
export interface KeptQuarantine {
  readonly ref: TableRef;
  readonly without: readonly string[];
  readonly retry: { readonly source: string; readonly lines: readonly number[] } | null;
}

function isRetried({ source, lines }: NonNullable<KeptQuarantine['retry']>): SqlExpr {
  return and([eq(column('source'), text(source)), isIn(column('line'), lines, 'integer')]);
}

/** The quarantine of the workspace: what other sources left there, and the new entries. */
export async function writeQuarantine(
  scratch: Scratch,
  kept: KeptQuarantine | null,
  added: readonly SqlRelation[],
): Promise<TableRef | null> {
  const names = QUARANTINE.map(({ name }) => column(name));
  const old = kept === null ? [] : [oldEntries(scratch.store, kept)];
  const parts = [...old, ...added].map((from) => select({ columns: names, from }));
  if (parts.length === 0) return null;
  const ref = await scratch.write(union(parts));
  return ref.rows === 0 ? null : ref;
}

/** Cells of one quarantine entry, in the order of `QUARANTINE`. */
export function entryCells(
  source: string,
  { line, column: name, value, reason, row }: QuarantineEntry,
): readonly Cell[] {
  return [source, line, name, value, reason, row];
}

function oldEntries(store: Store, { ref, without, retry }: KeptQuarantine) {
  const columns = QUARANTINE.map(({ name }) => column(name));
  const others = without.map((source) => ne(column('source'), text(source)));
  const where = and(retry === null ? others : [...others, not(isRetried(retry))]);
  return subquery(select({ columns, from: parquet(store.filePath(ref)), where }), 'old');
}

function setAsideCells(staged: StagedFile, setAside: SqlRelation) {
  const reasons = ['place', 'column_name', 'value', 'reason', 'first_row'];
  const right = subquery(
    select({
      columns: [named(column(ROW), 'bad_row'), ...reasons.map((name) => column(name))],
      from: setAside,
    }),
    'q',
  );
  return select({
    columns: [
      named(column(ROW, 's'), ROW),
      ...reasons.map((name) => column(name, 'q')),
      ...staged.columns.map((name) => column(name, 's')),
    ],
    from: join(stagedRows(staged, 's'), right, eq(column(ROW, 's'), column('bad_row', 'q'))),
    orderBy: [asc(column(ROW, 's')), asc(column('place', 'q'))],
  });
}

async function linesOf(
  scratch: Scratch,
  staged: StagedFile,
  setAside: SqlRelation,
): Promise<ReadonlyMap<number, number>> {
  const rows = new Set<number>();
  const query = select({ columns: [column(ROW), column('first_row')], from: setAside });
  for await (const batch of scratch.engine.stream(query)) {
    for (const { [ROW]: row, first_row: first } of batch) {
      rows.add(Number(row));
      if (first !== null) rows.add(Number(first));
    }
  }
  const wanted = [...rows];
  const lines = await staged.lineOf(wanted);
  return new Map(wanted.map((row, index) => [row, lines[index] ?? 0]));
}

function toEntry(cells: Row, staged: StagedFile, lines: ReadonlyMap<number, number>): QuarantineEntry {
  const first = cells.first_row;
  const repeats = first === null ? '' : ` line ${lines.get(Number(first))}`;
  const reason = String(cells.reason);
  return {
    line: lines.get(Number(cells[ROW])) ?? 0,
    column: cells.column_name === null ? null : String(cells.column_name),
    value: cells.value === null ? null : String(cells.value),
    reason: reason.endsWith(' as') ? `${reason}${repeats || ' a row imported before'}` : reason,
    row: JSON.stringify(
      Object.fromEntries(staged.columns.map((name, index) => [staged.headers[index], cells[name]])),
    ),
  };
}
