import { type Cell, column, type Engine, isNotNull, select } from '../../base/sql/index.ts';
import {
  type ColumnReader,
  type Dictionary,
  dictionaryColumns,
  dictionaryRow,
  restOf,
} from '../../stages/dataset/index.ts';
import type { StagedColumn } from './columns-to-read.ts';
import type { Scratch } from './scratch.ts';
import { FEW, SeenEntries } from './seen-entries.ts';

/** Columns read at the same time: the engine looks for texts of one while those of another are read. */
const AT_ONCE = 4;

/**
 * A reader per mapped column of a staged file. Texts written the plain way are left to SQL; every other different
 * text is read once by the reference reader and comes back as a dictionary.
 */
export async function buildReaders(
  scratch: Scratch,
  columns: readonly StagedColumn[],
): Promise<readonly ColumnReader[]> {
  const used = columns.filter(({ mapping }) => !mapping.ignored);
  const readers: ColumnReader[] = [];
  for (let at = 0; at < used.length; at += AT_ONCE) {
    const some = used.slice(at, at + AT_ONCE).map(async ({ from, ...one }) => {
      const dictionary = await buildDictionary(scratch, { ...one, from });
      return { ...one, dictionary, sampled: null };
    });
    readers.push(...(await Promise.all(some)));
  }
  return readers;
}

async function buildDictionary(scratch: Scratch, column: StagedColumn): Promise<Dictionary | null> {
  const seen = new SeenEntries(column.mapping);
  const batches = readTexts(scratch.engine, { ...column, seen });
  const few: (readonly Cell[])[] = [];
  const { from, rows } = await scratch.spool(dictionaryColumns(column.mapping), keepFirst(batches, few));
  return rows === 0 ? null : { from, rows, few: rows <= FEW ? few : null, ...seen.found };
}

async function* keepFirst(
  batches: AsyncIterable<readonly (readonly Cell[])[]>,
  first: (readonly Cell[])[],
): AsyncIterable<readonly (readonly Cell[])[]> {
  for await (const batch of batches) {
    first.push(...batch.slice(0, FEW - first.length));
    yield batch;
  }
}

async function* readTexts(
  engine: Engine,
  { mapping, staged: name, from, everyText, seen }: StagedColumn & { readonly seen: SeenEntries },
): AsyncIterable<readonly (readonly Cell[])[]> {
  const query = select({
    columns: [column(name)],
    distinct: true,
    from,
    where: everyText ? isNotNull(column(name)) : restOf(mapping, name),
  });
  for await (const batch of engine.stream(query)) {
    const entries = batch
      .map((row) => dictionaryRow(mapping, String(row[name])))
      .filter((entry) => entry !== null);
    for (const entry of entries) seen.note(entry);
    yield entries;
  }
}
