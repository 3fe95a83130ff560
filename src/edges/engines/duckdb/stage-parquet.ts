import type { DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { BestfitError } from '../../../base/errors/index.ts';
import type { Row, StagedParquet } from '../../../base/sql/index.ts';
import { openResult, runRows, streamRows, withConnection } from './connections.ts';
import { copyStaged } from './copy-staged.ts';
import { duckDbDialect } from './dialect.ts';
import { quoteText } from './quote-text.ts';
import { requireFile } from './require-file.ts';
import { plainText, type TextColumn, textColumns, textList } from './text-columns.ts';
import { createTextMacros } from './text-macros.ts';

/** Marks between the values of a list, the usual one first: the readers of sets know them all. */
const SEPARATORS = ['; ', ' | ', '\n', ' / '] as const;

/** Copies any Parquet file into one of texts. */
export async function stageParquet(
  instance: DuckDBInstance,
  path: string,
  to: string,
): Promise<StagedParquet> {
  await requireFile(path);
  return withConnection(instance, async (connection) => {
    await createTextMacros(connection);
    const source = `READ_PARQUET([${quoteText(path)}], hive_partitioning = false)`;
    const columns = await readingOf(path, () => describeColumns(connection, source));
    const seen = await readingOf(path, () => lookInto(connection, source, columns));
    const written = columns.map((column, index) => ({ column, text: textOf(column, index, seen) }));
    const kept = written.filter(({ text }) => text !== null);
    const leftOut = written.filter(({ text }) => text === null).map(({ column }) => column.header);
    if (kept.length === 0) return { headers: [], rows: 0, leftOut };
    const texts = kept.map(({ text }, index) => `${text} AS c${index + 1}`);
    const sql = `SELECT ${texts.join(', ')} FROM ${source}`;
    const rows = await copyRows(connection, { path, sql, to });
    return { headers: uniqueHeaders(kept.map(({ column }) => column.header)), rows, leftOut };
  });
}

async function describeColumns(connection: DuckDBConnection, source: string): Promise<readonly TextColumn[]> {
  const result = await openResult(connection, { sql: `SELECT * FROM ${source} LIMIT 0`, params: [] });
  const types = result.columnTypes();
  return result
    .columnNames()
    .flatMap((name, index) => textColumns(name, duckDbDialect.identifier(name), types[index]!));
}

/** What the content of lists and of columns of bytes says of how they can be written. */
async function lookInto(
  connection: DuckDBConnection,
  source: string,
  columns: readonly TextColumn[],
): Promise<Row> {
  const questions = columns.flatMap((column, index) => {
    if (column.spelling === 'bytes') {
      return [`BOOL_AND(${column.of} IS NULL OR TRY(DECODE(${column.of})) IS NOT NULL) AS q${index}`];
    }
    if (column.spelling !== 'list') return [];
    const together = `ARRAY_TO_STRING(${textList(column)}, '')`;
    return SEPARATORS.map(
      (mark, at) => `BOOL_OR(CONTAINS(${together}, ${quoteText(mark.trim() || mark)})) AS q${index}_${at}`,
    );
  });
  if (questions.length === 0) return {};
  const [row] = await runRows(connection, {
    sql: `SELECT ${questions.join(', ')} FROM ${source}`,
    params: [],
  });
  return row ?? {};
}

/** Null for what cannot be said in text. */
function textOf(column: TextColumn, index: number, seen: Row): string | null {
  const { of, type, spelling } = column;
  switch (spelling) {
    case 'plain':
      return plainText(of, type);
    case 'bytes':
      return seen[`q${index}`] === false ? null : `NULLIF(DECODE(${of}), '')`;
    case 'list': {
      const mark = SEPARATORS.find((_, at) => seen[`q${index}_${at}`] !== true);
      return mark === undefined
        ? jsonText(of)
        : `NULLIF(ARRAY_TO_STRING(${textList(column)}, ${quoteText(mark)}), '')`;
    }
    case 'json':
      return jsonText(of);
    case 'none':
      return null;
    default:
      return spelling satisfies never;
  }
}

function jsonText(of: string): string {
  const json = `CAST(TO_JSON(${of}) AS VARCHAR)`;
  return `CASE WHEN ${json} NOT IN ('null', '[]', '{}') THEN ${json} END`;
}

/** A failed copy is the file's fault when its rows cannot be read without writing them either. */
async function copyRows(
  connection: DuckDBConnection,
  { path, sql, to }: { readonly path: string; readonly sql: string; readonly to: string },
): Promise<number> {
  try {
    return await copyStaged(connection, { sql, params: [] }, to);
  } catch (error) {
    await readingOf(path, async () => {
      for await (const _ of streamRows(connection, { sql, params: [] }));
    });
    throw error;
  }
}

async function readingOf<T>(file: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch {
    throw new BestfitError('input.parquet-broken', { file, reason: 'its content is damaged' });
  }
}

function uniqueHeaders(headers: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return headers.map((header, index) => {
    const name = header.trim() || `column ${index + 1}`;
    let free = name;
    for (let copy = 2; taken.has(free.toLowerCase()); copy += 1) free = `${name} (${copy})`;
    taken.add(free.toLowerCase());
    return free;
  });
}
