import {
  asc,
  column,
  count,
  countWhere,
  desc,
  isNotNull,
  named,
  type SqlExpr,
  select,
} from '../../base/sql/index.ts';
import {
  type ColumnReader,
  dictionaryColumns,
  dictionaryRow,
  fastBranches,
  restOf,
} from '../../stages/dataset/index.ts';
import type { StagedColumn } from './columns-to-read.ts';
import type { Scratch } from './scratch.ts';
import { FEW, SeenEntries } from './seen-entries.ts';

/** Texts of a column that a query may hold. */
const MOST = 500;
/** Texts that stand for themselves are looked up in a list of at most so many faster than a pattern reads them. */
const LISTED = 64;

/**
 * A reader per mapped column of a file of which only a sample is staged: what SQL does not read is read by the texts of
 * the sample. Null when the sample cannot speak for the file: a cell of it does not fit, or a text that SQL does not
 * read is there only once, so that others of its kind will come.
 */
export async function sampleReaders(
  scratch: Scratch,
  columns: readonly StagedColumn[],
): Promise<readonly ColumnReader[] | null> {
  const readers: ColumnReader[] = [];
  for (const one of columns) {
    if (one.mapping.ignored) continue;
    const reader = await sampleReader(scratch, one);
    if (reader === null) return null;
    readers.push(reader);
  }
  return readers;
}

async function sampleReader(scratch: Scratch, one: StagedColumn): Promise<ColumnReader | null> {
  const { mapping, staged, from } = one;
  const rest = await textsOf(scratch, one, restOf(mapping, staged));
  if (rest.length > MOST || rest.some(({ times }) => times === 1)) return null;
  const all = one.everyText ? await textsOf(scratch, one, isNotNull(column(staged))) : [];
  const read = (texts: readonly { readonly text: string }[]) =>
    texts.map(({ text }) => ({ text, entry: dictionaryRow(mapping, text) }));
  const every = all.length <= LISTED ? read(all) : [];
  const few = every.length > 0 && every.filter(({ entry }) => entry !== null).length <= FEW;
  const texts = few ? every : read(rest);
  const seen = new SeenEntries(mapping);
  const listed = texts.flatMap(({ entry }) => (entry === null ? [] : [entry]));
  for (const entry of listed) seen.note(entry);
  if (seen.found.misfits > 0) return null;
  const selves = texts.filter(({ entry }) => entry === null).map(({ text }) => text);
  const order = await commonestWays(scratch, one);
  const reader = { mapping, staged, from, everyText: few, sampled: { selves, order } };
  if (listed.length === 0) return { ...reader, dictionary: null };
  const spooled = await scratch.spool(dictionaryColumns(mapping), once(listed));
  const written = listed.length <= FEW ? listed : null;
  return { ...reader, dictionary: { ...spooled, few: written, ...seen.found } };
}

/** The ways in which the texts of a column are written plainly, the commonest of the sample first. */
async function commonestWays(
  { engine }: Scratch,
  { mapping, staged, from }: StagedColumn,
): Promise<readonly number[]> {
  const branches = fastBranches(mapping, column(staged)) ?? [];
  const places = branches.map((_, at) => at);
  if (branches.length < 2) return places;
  const columns = branches.map((branch, at) => named(countWhere(branch.when), `w${at}`));
  const [counts] = await engine.rows(select({ columns, from }));
  const rows = (at: number) => Number(counts?.[`w${at}`]);
  return places.toSorted((one, two) => rows(two) - rows(one) || one - two);
}

async function textsOf(
  { engine }: Scratch,
  { staged, from }: StagedColumn,
  where: SqlExpr,
): Promise<readonly { readonly text: string; readonly times: number }[]> {
  const query = select({
    columns: [named(column(staged), 'text'), named(count(), 'times')],
    from,
    where,
    groupBy: [column(staged)],
    orderBy: [desc(count()), asc(column(staged))],
    limit: MOST + 1,
  });
  return (await engine.rows(query)).map(({ text, times }) => ({ text: String(text), times: Number(times) }));
}

async function* once<T>(batch: T): AsyncGenerator<T> {
  yield batch;
}
