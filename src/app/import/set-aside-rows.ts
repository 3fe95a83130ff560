import {
  type ColumnExpr,
  column,
  countDistinct,
  countOf,
  eq,
  gt,
  integer,
  isNotNull,
  join,
  min,
  named,
  nullOf,
  type SqlExpr,
  type SqlQuery,
  type SqlRelation,
  type SqlSelect,
  select,
  semiJoin,
  subquery,
  text,
  union,
} from '../../base/sql/index.ts';
import {
  type ColumnReader,
  type FilePlan,
  ROW,
  type RowKey,
  rowsWithKey,
  STAGED,
} from '../../stages/dataset/index.ts';
import type { MappedFile } from './mapped-file.ts';
import type { Scratch } from './scratch.ts';
import { stagedRows } from './staged-rows.ts';

/**
 * Rows that cannot be kept, as a relation with `__row`, `place` (order of the reasons of one row), `column_name`,
 * `value`, `reason` and `first_row` (the row that this one repeats).
 */
export interface SetAside {
  readonly from: SqlRelation;
  readonly rows: number;
  /** Those among them that a person asked to set aside: they do not make a file a broken one. */
  readonly asked?: number;
}

/** Columns whose cells one query looks through. */
const MOST = 50;

/** Rows with a cell that its field cannot hold; null when every cell fits. */
export async function findMisfits(
  scratch: Scratch,
  { slices }: Pick<MappedFile, 'slices'>,
  readers: readonly ColumnReader[],
): Promise<SetAside | null> {
  const broken = readers.flatMap((reader, place) => {
    const staged = stagedRows({ path: slices.get(reader.staged) ?? '' }, STAGED);
    return misfitsOf(staged, reader, place);
  });
  if (broken.length <= MOST) return broken.length === 0 ? null : keepSetAside(scratch, union(broken));
  const parts: SqlSelect[] = [];
  for (let at = 0; at < broken.length; at += MOST) {
    parts.push(everySetAside(await scratch.keep(union(broken.slice(at, at + MOST)))));
  }
  return keepSetAside(scratch, union(parts));
}

function misfitsOf(
  staged: SqlRelation,
  { mapping, staged: name, dictionary }: ColumnReader,
  place: number,
): readonly SqlSelect[] {
  if (dictionary === null || dictionary.misfits === 0) return [];
  const entries = select({
    columns: [column('written'), column('reason')],
    from: dictionary.from,
    where: isNotNull(column('reason')),
  });
  return [
    select({
      columns: setAsideColumns({
        place,
        columnName: mapping.column,
        value: column(name, 's'),
        reason: column('reason', 'd'),
        firstRow: nullOf('integer'),
      }),
      from: join(staged, subquery(entries, 'd'), eq(column(name, 's'), column('written', 'd'))),
    }),
  ];
}

/** Rows whose key an earlier row of the file has, or a row that the source already gave; null when there are none. */
export async function findRepeats(
  scratch: Scratch,
  plan: FilePlan,
  known: { readonly key: RowKey; readonly before: SqlRelation | null },
): Promise<SetAside | null> {
  const { key, before } = known;
  const rows = subquery(rowsWithKey(plan, key), 'k');
  const twice = select({
    columns: [named(column('key'), 'twice'), named(min(column(ROW)), 'first_row')],
    from: rows,
    where: isNotNull(column('key')),
    groupBy: [column('key')],
    having: gt(countOf(column('key')), integer(1)),
  });
  const keys = await scratch.keep(twice);
  const queries: SqlQuery[] = [];
  if (await hasRows(scratch, keys)) {
    const firsts = subquery(select({ columns: [column('twice'), column('first_row')], from: keys }), 'w');
    queries.push(
      select({
        columns: repeatColumns(key, column('first_row')),
        from: join(rows, firsts, eq(column('key'), column('twice'))),
        where: gt(column(ROW), column('first_row')),
      }),
    );
  }
  if (before !== null) {
    const old = subquery(select({ columns: [named(column('key'), 'old_key')], from: before }), 'o');
    queries.push(
      select({
        columns: repeatColumns(key, nullOf('integer')),
        from: semiJoin(rows, old, eq(column('key'), column('old_key', 'o'))),
      }),
    );
  }
  return queries.length === 0 ? null : keepSetAside(scratch, union(queries));
}

async function hasRows({ engine }: Scratch, from: SqlRelation): Promise<boolean> {
  const found = await engine.rows(select({ columns: [named(integer(1), 'one')], from, limit: 1 }));
  return found.length > 0;
}

function repeatColumns(key: RowKey, firstRow: SqlExpr) {
  return setAsideColumns({
    place: 0,
    columnName: key.column,
    value: column('key'),
    reason: text(`the same ${key.what} as`),
    firstRow,
    row: column(ROW),
  });
}

interface SetAsideParts {
  readonly place: number;
  /** Null when it is about the whole row. */
  readonly columnName: string | null;
  readonly value: SqlExpr;
  readonly reason: SqlExpr;
  readonly firstRow: SqlExpr;
  readonly row?: ColumnExpr;
}

/** The columns of a row set aside; `row` names its number, that of the staged file when left out. */
export function setAsideColumns({
  place,
  columnName,
  value,
  reason,
  firstRow,
  row = column(ROW, 's'),
}: SetAsideParts) {
  return [
    named(row, ROW),
    named(integer(place), 'place'),
    named(columnName === null ? nullOf('text') : text(columnName), 'column_name'),
    named(value, 'value'),
    named(reason, 'reason'),
    named(firstRow, 'first_row'),
  ];
}

/** Keeps rows set aside for the rest of the import; null when there are none. */
export async function keepSetAside(scratch: Scratch, query: SqlQuery): Promise<SetAside | null> {
  const from = await scratch.keep(query);
  const counts = select({ columns: [named(countDistinct(column(ROW)), 'rows')], from });
  const [row] = await scratch.engine.rows(counts);
  const rows = Number(row?.rows ?? 0);
  return rows === 0 ? null : { from, rows };
}

/** Both kinds of rows set aside as one relation. */
export async function joinSetAside(
  scratch: Scratch,
  misfits: SetAside | null,
  repeats: SetAside | null,
): Promise<SetAside | null> {
  if (misfits === null || repeats === null) return misfits ?? repeats;
  const both = union([misfits, repeats].map(({ from }) => everySetAside(from)));
  const asked = (misfits.asked ?? 0) + (repeats.asked ?? 0);
  return { from: await scratch.keep(both), rows: misfits.rows + repeats.rows, asked };
}

function everySetAside(from: SqlRelation): SqlSelect {
  const names = [ROW, 'place', 'column_name', 'value', 'reason', 'first_row'];
  return select({ columns: names.map((name) => column(name)), from });
}
