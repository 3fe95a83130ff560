import {
  aggregate,
  antiJoin,
  asc,
  type ColumnExpr,
  call,
  caseWhen,
  cast,
  column,
  count,
  date,
  eq,
  gt,
  integer,
  isNull,
  join,
  min,
  named,
  nullOf,
  or,
  rowNumber,
  type SqlExpr,
  type SqlQuery,
  type SqlRelation,
  type SqlSelect,
  select,
  semiJoin,
  subquery,
  text,
  union,
  when,
} from '../../base/sql/index.ts';
import {
  type Disagreement,
  type EntityPart,
  entityKey,
  inOrder,
  type JoinedPart,
  type MergedField,
  mergeFields,
  partQuery,
  planFold,
  SAME,
  type TableName,
  type TableRef,
} from '../../stages/dataset/index.ts';
import { findDisagreements } from './find-disagreements.ts';
import { foldNext, nothingFolded } from './fold-parts.ts';
import type { Scratch } from './scratch.ts';

const KEY = '__key';
const THINGS: Readonly<Partial<Record<TableName, string>>> = { people: 'people', feedback: 'answers' };

/** A table of things that several sources name by one key. */
export interface EntityTable {
  readonly table: TableName;
  readonly merged: readonly MergedField[];
  readonly parts: readonly (JoinedPart & {
    readonly precedence: number;
    readonly trust: EntityPart['trust'];
    /** True for sums over an account, which belong to the last of its relations. */
    readonly summed: boolean;
  })[];
  /** Rows of one source may have one key: relations of accounts that a person said are one. */
  readonly mayRepeat: boolean;
  readonly warn: (warning: string) => void;
  readonly disagree: (found: readonly Disagreement[]) => void;
}

interface KeyedPart extends Omit<EntityPart, 'fresh' | 'same'> {
  readonly summed: boolean;
}

/**
 * Writes a table in which a deal, a person, an answer or a customer relation is one row however many sources
 * describe it. Customer relations agree by account and start; one without a start is the only one of its account.
 */
export async function mergeEntities(scratch: Scratch, given: EntityTable): Promise<TableRef> {
  const { table, merged, warn, disagree } = given;
  const keyed = given.parts.map((part) => keyedPart(given, part));
  const plan = planFold(KEY, keyed, merged);
  const known: SqlSelect[] = [];
  const parts: EntityPart[] = [];
  let folded = nothingFolded;
  for (const [at, part] of keyed.entries()) {
    const keys = await scratch.keep(keyRows(part));
    const same = at === 0 ? null : await sameKeys(scratch, table, { keys, known, summed: part.summed });
    const pairs = same === null || same.rows === 0 ? null : same.from;
    const entity = { ...part, same: pairs, fresh: pairs === null ? part.from : without(part.from, pairs) };
    folded = await foldNext(scratch, plan, { before: folded, part: entity });
    parts.push(entity);
    known.push(await freshKeys(scratch, keys, pairs));
    const things = THINGS[table] ?? table;
    if (same !== null && same.rows > 0) {
      warn(`${same.rows} ${things} of ${part.source} are in other sources too: each is one row.`);
    }
  }
  const rows = folded.rows as SqlQuery;
  disagree(await findDisagreements(scratch, { table, plan, parts, merged, rows }));
  return scratch.write(inOrder(rows, merged));
}

function keyedPart(
  { table, mayRepeat }: Pick<EntityTable, 'table' | 'mayRepeat'>,
  part: EntityTable['parts'][number],
): KeyedPart {
  const looked = part.lookups.flatMap(({ fields }) => fields.map(({ field }) => field));
  const fields = [...part.fields, ...looked];
  const query = partQuery(part, mergeFields([{ source: part.source, fields }]));
  const of = entityKey(table, fields) ?? column('account_id');
  const names = query.columns.map(({ as }) => column(as));
  const columns = [...names, named(mayRepeat ? eachApart(of, names) : of, KEY)];
  const from = subquery(select({ columns, from: subquery(query, 'part') }), 'keyed');
  const { source, precedence, trust, summed } = part;
  return { source, from, fields, precedence, trust, summed };
}

/** The key of the first row that has it; later ones get one of their own, so that nothing is joined to two rows. */
function eachApart(key: SqlExpr, order: readonly ColumnExpr[]): SqlExpr {
  const place = rowNumber({ partitionBy: [key], orderBy: order.map((each) => asc(each)) });
  const apart = call('concat', key, text(' '), cast(place, 'text'));
  return caseWhen([when(gt(place, integer(1)), apart)], key);
}

function keyRows({ from, fields }: KeyedPart): SqlSelect {
  const hasStart = fields.some(({ name }) => name === 'started_on');
  return select({
    columns: [
      column(KEY),
      column('account_id'),
      named(hasStart ? column('started_on') : nullOf('date'), 'started_on'),
    ],
    from,
  });
}

const keyColumns = [KEY, 'account_id', 'started_on'].map((name) => column(name));

/** The keys that no earlier part has, kept: asked of every later part, they would join all that came before. */
async function freshKeys(scratch: Scratch, keys: SqlRelation, same: SqlRelation | null): Promise<SqlSelect> {
  if (same === null) return select({ columns: keyColumns, from: keys });
  const from = await scratch.keep(select({ columns: keyColumns, from: without(keys, same) }));
  await scratch.drop(keys);
  return select({ columns: keyColumns, from });
}

async function sameKeys(
  scratch: Scratch,
  table: TableName,
  {
    keys,
    known,
    summed,
  }: { readonly keys: SqlRelation; readonly known: readonly SqlSelect[]; readonly summed: boolean },
): Promise<{ readonly from: SqlRelation; readonly rows: number }> {
  const rows = subquery(select({ columns: keyColumns, from: keys }), 'r');
  const index = union(known);
  const key = column(KEY, 'r');
  const equal = select({
    columns: [named(key, SAME.own), named(key, SAME.known)],
    distinct: true,
    from: semiJoin(rows, subquery(index, 'i'), eq(key, column(KEY, 'i'))),
  });
  if (summed) return counted(scratch, await scratch.keep(lastRelations(rows, index)));
  const exact = await scratch.keep(equal);
  if (table !== 'customers') return counted(scratch, exact);
  const pairs = select({ columns: [column(SAME.own), column(SAME.known)], from: exact });
  const left = antiJoin(
    subquery(index, 'i'),
    subquery(pairs, 'x'),
    eq(column(KEY, 'i'), column(SAME.known, 'x')),
  );
  const all = union([pairs, onlyRelations(without(rows, exact), left)]);
  return counted(scratch, await scratch.keep(all));
}

async function counted(
  scratch: Scratch,
  from: SqlRelation,
): Promise<{ readonly from: SqlRelation; readonly rows: number }> {
  const [row] = await scratch.engine.rows(select({ columns: [named(count(), 'rows')], from }));
  return { from, rows: Number(row?.rows ?? 0) };
}

/** The relation of each account that started last. */
function lastRelations(sums: SqlRelation, known: SqlQuery): SqlSelect {
  const start = call('coalesce', column('started_on'), date('0001-01-01'));
  const last = select({
    columns: [column('account_id'), named(aggregate('argMax', [column(KEY), start]), 'last_key')],
    from: subquery(known, 'i'),
    groupBy: [column('account_id')],
  });
  return select({
    columns: [named(column(KEY, 'r'), SAME.own), named(column('last_key', 'last'), SAME.known)],
    from: join(sums, subquery(last, 'last'), eq(column('account_id', 'r'), column('account_id', 'last'))),
  });
}

/** Relations of which both sides have one for the account, and one side does not know its start. */
function onlyRelations(open: SqlRelation, known: SqlRelation): SqlSelect {
  const once = (from: SqlRelation, alias: string) =>
    subquery(
      select({
        columns: [
          column('account_id'),
          named(min(column(KEY)), 'only_key'),
          named(min(column('started_on')), 'only_start'),
        ],
        from,
        groupBy: [column('account_id')],
        having: eq(count(), integer(1)),
      }),
      alias,
    );
  const [mine, other] = [once(open, 'mine'), once(known, 'other')];
  return select({
    columns: [named(column('only_key', 'mine'), SAME.own), named(column('only_key', 'other'), SAME.known)],
    from: join(mine, other, eq(column('account_id', 'mine'), column('account_id', 'other'))),
    where: or([isNull(column('only_start', 'mine')), isNull(column('only_start', 'other'))]),
  });
}

function without(from: SqlRelation, same: SqlRelation): SqlRelation {
  const gone = subquery(select({ columns: [named(column(SAME.own), 'gone')], from: same }), 'g');
  return antiJoin(from, gone, eq(column(KEY), column('gone', 'g')));
}
