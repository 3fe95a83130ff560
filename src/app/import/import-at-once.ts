import { BestfitError } from '../../base/errors/index.ts';
import {
  column,
  count,
  countDistinct,
  countOf,
  countWhere,
  isNull,
  named,
  nullOf,
  parquet,
  type SqlRelation,
  select,
  subquery,
} from '../../base/sql/index.ts';
import type { OpenedFile } from '../../edges/connectors/index.ts';
import {
  ACCOUNT,
  type ColumnReader,
  type FilePlan,
  keyedRows,
  planParts,
  ROW,
  STAGED,
  type TableRef,
} from '../../stages/dataset/index.ts';
import { assembleSource, type ImportedSource } from './assemble-source.ts';
import { columnsToRead } from './columns-to-read.ts';
import { idPrefix } from './file-plan.ts';
import type { MappedTable } from './mapped-file.ts';
import { sampleReaders } from './sample-readers.ts';
import type { Scratch } from './scratch.ts';
import type { ImportRequest } from './types.ts';
import { type WrittenParts, writeParts } from './write-parts.ts';

/**
 * Types a large list of accounts while its file is read, in one pass, by what a sample of its rows shows. Null when
 * that is not enough: a text that the sample does not have and SQL does not read, a line that is no row, a row without a
 * key or with that of another. The file is then staged and looked at twice, with the same result for all of its rows.
 */
export async function importAtOnce(
  scratch: Scratch,
  request: ImportRequest,
  { file, opened }: { readonly file: MappedTable; readonly opened: OpenedFile },
): Promise<ImportedSource | null> {
  if (!mayFit(request, file)) return null;
  const readers = await sampleReaders(scratch, columnsToRead(file, request));
  if (readers === null) return null;
  const sample = planOf(file, readers, parquet(opened.sample));
  if (planParts(sample, null).length !== 1 || (await lacksKeys(scratch, sample))) return null;
  const plan = planOf(file, readers, opened.texts);
  const parts = await writeWhole(scratch, request, { plan, file });
  if (parts === null || !(await isWhole(scratch, parts.parts.accounts, opened.rows))) return null;
  const quarantine = { from: null, total: 0, first: [] };
  const read = opened.rows;
  return assembleSource(request, { file, read, quarantine, parts, duplicates: 0, byKey: true, notes: [] });
}

/** Lists of accounts, new or in place of what was there: their rows stand alone. */
function mayFit({ append, observedOn }: ImportRequest, { mapping }: MappedTable): boolean {
  const listsSeveral = mapping.columns.some(
    ({ field, format }) => field === 'account_id' && format.separator !== null,
  );
  return mapping.as === 'accounts' && !append && observedOn === null && !listsSeveral;
}

/** The plan of a file whose rows have no numbers. */
function planOf(file: MappedTable, readers: readonly ColumnReader[], from: SqlRelation): FilePlan {
  const { name, mapping, table } = file;
  const columns = [...table.columns.map((each) => column(each)), named(nullOf('integer'), ROW)];
  const ids = mapping.columns.some(({ field, ignored }) => field === 'account_id' && !ignored);
  return {
    source: name,
    as: mapping.as,
    staged: subquery(select({ columns, from }), STAGED),
    readers,
    typed: [],
    setAside: null,
    nameKeys: null,
    everyId: ids,
    sorted: false,
    lookup: null,
    signal: null,
    idPrefix: idPrefix(file),
    rowOffset: 0,
    numbered: false,
    conversion: null,
  };
}

async function lacksKeys({ engine }: Scratch, sample: FilePlan): Promise<boolean> {
  const rows = subquery(keyedRows(sample), 'k');
  const without = countWhere(isNull(column(ACCOUNT)));
  const [found] = await engine.rows(select({ columns: [named(without, 'without')], from: rows }));
  return Number(found?.without) > 0;
}

/** Null when the engine met a text, or a line, that it could not read. */
async function writeWhole(
  scratch: Scratch,
  request: ImportRequest,
  what: { readonly plan: FilePlan; readonly file: MappedTable },
): Promise<WrittenParts | null> {
  try {
    return await writeParts(scratch, request, what);
  } catch (error) {
    if (error instanceof BestfitError && error.code === 'system.query-failed') return null;
    throw error;
  }
}

/** True when every row of the file is there under a key of its own. */
async function isWhole(
  { engine, store }: Scratch,
  ref: TableRef | undefined,
  rows: number,
): Promise<boolean> {
  if (ref?.rows !== rows) return false;
  const id = column('account_id');
  const counts = { rows: count(), known: countOf(id), apart: countDistinct(id) };
  const columns = Object.entries(counts).map(([name, counted]) => named(counted, name));
  const [found] = await engine.rows(select({ columns, from: parquet(store.filePath(ref)) }));
  return Object.keys(counts).every((name) => Number(found?.[name]) === rows);
}
