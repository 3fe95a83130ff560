import {
  and,
  call,
  caseWhen,
  cast,
  column,
  countDistinct,
  countWhere,
  eq,
  gt,
  integer,
  named,
  parquet,
  type SqlExpr,
  type SqlSelect,
  select,
  subquery,
  subtract,
  sum,
  text,
  union,
  when,
} from '../../base/sql/index.ts';
import {
  columnsOfField,
  type Field,
  keyColumn,
  type Snapshot,
  type TableName,
} from '../../stages/dataset/index.ts';
import type { Scratch } from './scratch.ts';
import type { TableChange } from './types.ts';

/**
 * What changed from one snapshot to the next, table by table: rows added, changed (same key, other values) and
 * removed. Tables without a key know no changed rows: one row goes, another comes.
 */
export async function compareTables(
  scratch: Scratch,
  before: Snapshot | null,
  after: Snapshot,
): Promise<readonly TableChange[]> {
  const names = new Set([...Object.keys(before?.tables ?? {}), ...Object.keys(after.tables)] as TableName[]);
  const changes: TableChange[] = [];
  for (const table of names)
    changes.push({ table, ...(await compareTable(scratch, table, { before, after })) });
  return changes;
}

async function compareTable(
  scratch: Scratch,
  table: TableName,
  { before, after }: { readonly before: Snapshot | null; readonly after: Snapshot },
): Promise<Omit<TableChange, 'table'>> {
  const [old, now] = [before?.tables[table], after.tables[table]];
  if (old === undefined || now === undefined)
    return { added: now?.rows ?? 0, changed: 0, removed: old?.rows ?? 0 };
  if (old.file === now.file) return { added: 0, changed: 0, removed: 0 };
  const sides = [before as Snapshot, after].map((snapshot) =>
    snapshot.fields.filter((field) => field.table === table),
  );
  const names = [...new Set(sides.flatMap((fields) => columnNames(fields)))];
  const hashed = sides.map((fields, side) =>
    rowHashes(scratch, [old, now][side]?.file ?? '', { table, fields, names, side }),
  );
  const [counted] = await scratch.engine.rows(
    keyColumn(table) === null ? multisetDifference(hashed) : keyedDifference(hashed),
  );
  const count = (name: string) => Number(counted?.[name] ?? 0);
  return { added: count('added'), changed: count('changed'), removed: count('removed') };
}

function columnNames(fields: readonly Field[]): readonly string[] {
  return fields.flatMap((field) => columnsOfField(field).map(({ name }) => name));
}

/** `id`, `content` and the side (0 before, 1 after) of every row. */
function rowHashes(
  { store }: Scratch,
  file: string,
  {
    table,
    fields,
    names,
    side,
  }: {
    readonly table: TableName;
    readonly fields: readonly Field[];
    readonly names: readonly string[];
    readonly side: number;
  },
): SqlSelect {
  const own = new Set(columnNames(fields));
  const cells = names.flatMap((name): SqlExpr[] => [
    text('\u001f'),
    own.has(name) ? call('coalesce', cast(column(name), 'text'), text('\u001e')) : text('\u001e'),
  ]);
  const content = call('hash', call('concat', ...cells));
  const key = keyColumn(table);
  return select({
    columns: [
      named(key === null ? content : column(key), 'id'),
      named(content, 'content'),
      named(integer(side), 'side'),
    ],
    from: parquet(store.filePath({ file, rows: 0 })),
  });
}

function keyedDifference(sides: readonly SqlSelect[]): SqlSelect {
  const byKey = select({
    columns: [
      named(countWhere(eq(column('side'), integer(0))), 'old'),
      named(countWhere(eq(column('side'), integer(1))), 'now'),
      named(countDistinct(column('content')), 'contents'),
    ],
    from: subquery(union(sides), 'both'),
    groupBy: [column('id')],
  });
  const [old, now] = [column('old'), column('now')];
  const both = and([gt(old, integer(0)), gt(now, integer(0)), gt(column('contents'), integer(1))]);
  return select({
    columns: [
      named(countWhere(eq(old, integer(0))), 'added'),
      named(countWhere(both), 'changed'),
      named(countWhere(eq(now, integer(0))), 'removed'),
    ],
    from: subquery(byKey, 'keys'),
  });
}

function multisetDifference(sides: readonly SqlSelect[]): SqlSelect {
  const balance = select({
    columns: [named(sum(caseWhen([when(eq(column('side'), integer(1)), integer(1))], integer(-1))), 'more')],
    from: subquery(union(sides), 'both'),
    groupBy: [column('content')],
  });
  const more = column('more');
  return select({
    columns: [
      named(sum(call('greatest', more, integer(0))), 'added'),
      named(sum(call('greatest', subtract(integer(0), more), integer(0))), 'removed'),
    ],
    from: subquery(balance, 'balance'),
  });
}
