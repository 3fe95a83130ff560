import { type Cell, column, type Engine, isNotNull, type SqlRelation, select } from '../../base/sql/index.ts';
import {
  type ColumnMapping,
  type ColumnReader,
  type Dictionary,
  dictionaryColumns,
  dictionaryRow,
  restOf,
} from '../../stages/dataset/index.ts';
import type { Scratch } from './scratch.ts';

/** Columns read at the same time: the engine looks for texts of one while those of another are read. */
const AT_ONCE = 4;
/** Dictionaries of at most so many texts are written into the queries. */
const FEW = 12;

/** A mapped column of a staged file. */
interface StagedColumn {
  readonly mapping: ColumnMapping;
  readonly staged: string;
  /** Where to read it alone. */
  readonly from: SqlRelation;
  /** It holds few different texts: all of them are read one by one. */
  readonly everyText: boolean;
}

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
      return { ...one, dictionary };
    });
    readers.push(...(await Promise.all(some)));
  }
  return readers;
}

async function buildDictionary(scratch: Scratch, column: StagedColumn): Promise<Dictionary | null> {
  const seen = { misfits: 0, banded: false, otherCurrency: false };
  const batches = readTexts(scratch.engine, { ...column, seen });
  const few: (readonly Cell[])[] = [];
  const { from, rows } = await scratch.spool(dictionaryColumns(column.mapping), keepFirst(batches, few));
  return rows === 0 ? null : { from, rows, few: rows <= FEW ? few : null, ...seen };
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

interface Seen {
  misfits: number;
  banded: boolean;
  otherCurrency: boolean;
}

async function* readTexts(
  engine: Engine,
  { mapping, staged: name, from, everyText, seen }: StagedColumn & { readonly seen: Seen },
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
    for (const entry of entries) note(seen, mapping, entry);
    yield entries;
  }
}

function note(seen: Seen, mapping: ColumnMapping, [, reason, value, low, , currency]: readonly Cell[]): void {
  if (reason !== null) seen.misfits += 1;
  else if (low !== null) {
    seen.banded ||= value === null;
    seen.otherCurrency ||= currency !== mapping.format.currency;
  }
}
