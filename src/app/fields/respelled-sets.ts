import {
  asc,
  type Cell,
  call,
  caseWhen,
  column,
  eq,
  isNotNull,
  leftJoin,
  named,
  parquet,
  type SqlQuery,
  type SqlSelect,
  select,
  subquery,
  textList,
  when,
} from '../../base/sql/index.ts';
import { keyColumn, type PartField, respellSet } from '../../stages/dataset/index.ts';
import type { Scratch } from '../import/index.ts';
import type { Spelling } from './types.ts';

const columns = [
  { name: 'given', type: 'text[]' },
  { name: 'written', type: 'text[]' },
] as const;

/** The rows of a part with the elements of one set as a person had them written. */
export async function respelledSets(
  scratch: Scratch,
  path: string,
  {
    held,
    names,
    merge,
  }: { readonly held: PartField; readonly names: readonly string[]; readonly merge: readonly Spelling[] },
): Promise<SqlQuery> {
  const { from } = await scratch.spool(columns, respell(scratch, concerned(path, held, merge), merge));
  const all = names.map((name) => column(name));
  const rows = subquery(select({ columns: all, from: parquet(path) }), 'p');
  const entries = subquery(select({ columns: columns.map(({ name }) => column(name)), from }), 'd');
  const given = column(held.name, 'p');
  const value = caseWhen([when(isNotNull(column('given', 'd')), column('written', 'd'))], given);
  const key = keyColumn(held.table);
  const order = key !== null && names.includes(key) ? [key] : names;
  const joined = select({
    columns: names.map((name) => (name === held.name ? named(value, name) : column(name, 'p'))),
    from: leftJoin(rows, entries, eq(given, column('given', 'd'))),
  });
  return select({
    columns: all,
    from: subquery(joined, 'j'),
    orderBy: order.map((name) => asc(column(name))),
  });
}

/** The different sets that hold an element to be written anew. */
function concerned(path: string, { name }: PartField, merge: readonly Spelling[]): SqlSelect {
  return select({
    columns: [named(column(name), 'given')],
    distinct: true,
    from: parquet(path),
    where: call('overlaps', column(name), textList(merge.map(({ from }) => from))),
  });
}

async function* respell(
  scratch: Scratch,
  sets: SqlSelect,
  merge: readonly Spelling[],
): AsyncIterable<readonly (readonly Cell[])[]> {
  const spellings = merge.map(({ from, to }) => ({ from, to: to === '' ? null : to }));
  for await (const batch of scratch.engine.stream(sets)) {
    yield batch.map(({ given = null }) => [given, respellSet(given as readonly string[], spellings)]);
  }
}
