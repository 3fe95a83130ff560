import {
  and,
  asc,
  column,
  type Engine,
  gt,
  integer,
  le,
  named,
  numberedParquet,
  select,
} from '../../../base/sql/index.ts';
import type { ReadRequest, RecordPage, SourceRecord } from '../records/index.ts';
import { readCursor, writeCursor } from './folder-cursor.ts';
import type { FolderTables } from './folder-tables.ts';
import type { FolderTable } from './types.ts';

const pageRows = 5000;
const rowName = '__row';
const nothing: RecordPage = {
  records: [],
  gone: [],
  relinked: [],
  history: [],
  next: null,
  done: 1,
  complete: false,
};

/** One page of a file: nothing when it has not changed since, else all of it. */
export async function readRows(
  engine: Engine,
  tables: FolderTables,
  { stream, fields, since, cursor }: ReadRequest,
): Promise<RecordPage> {
  if (since !== null && cursor === null && (await tables.changedAt(stream)) < Date.parse(since))
    return nothing;
  const table = await tables.open(stream);
  const { hash, row } = readCursor(cursor, table.hash);
  const records = await recordsFrom(engine, table, { fields, row });
  const end = row + records.length;
  const isLast = end >= table.rows;
  return {
    ...nothing,
    records,
    next: isLast ? null : writeCursor({ hash, row: end }),
    done: table.rows === 0 ? 1 : end / table.rows,
    complete: isLast && table.rejected === 0,
  };
}

interface Slice {
  readonly fields: readonly string[];
  /** How many rows stand before. */
  readonly row: number;
}

/** Nobody knows when a single row was changed. */
async function recordsFrom(
  engine: Engine,
  table: FolderTable,
  { fields, row }: Slice,
): Promise<readonly SourceRecord[]> {
  const columnOf = new Map(table.fields.map((field, at) => [field, table.columns[at]!]));
  const wanted = new Set([...fields, ...(table.idField === null ? [] : [table.idField])]);
  const names = [...wanted].flatMap((field) => columnOf.get(field) ?? []);
  const place = column(rowName);
  const rows = await engine.rows(
    select({
      columns: [named(place, rowName), ...names.map((name) => named(column(name), name))],
      from: numberedParquet(table.path, { rowNumber: rowName }),
      where: and([gt(place, integer(row)), le(place, integer(row + pageRows))]),
      orderBy: [asc(place)],
    }),
  );
  const textOf = (cells: (typeof rows)[number], field: string): string | null => {
    const cell = cells[columnOf.get(field) ?? ''] ?? null;
    return cell === null ? null : String(cell);
  };
  return rows.map((cells) => ({
    id: table.idField === null ? `row ${Number(cells[rowName])}` : textOf(cells, table.idField)!,
    modifiedAt: null,
    values: Object.fromEntries(fields.map((field) => [field, textOf(cells, field)])),
    links: {},
  }));
}
