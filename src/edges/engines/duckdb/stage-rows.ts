import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import type { DuckDBInstance } from '@duckdb/node-api';
import { BestfitError } from '../../../base/errors/index.ts';
import type { Engine, SourceRow } from '../../../base/sql/index.ts';
import { withConnection } from './connections.ts';
import { copyStaged } from './copy-staged.ts';
import { queryFailed } from './query-failed.ts';
import { quoteText } from './quote-text.ts';

/** What staging rows gives. */
type StagedRows = Awaited<ReturnType<Engine['stageRows']>>;

const LEAST_BUFFER = 32_000_000;

/**
 * Writes rows as Parquet by way of a delimited text file beside it: rows may grow wider as they come, memory stays
 * flat, and the engine's own reader does the typed work.
 */
export async function stageRows(
  instance: DuckDBInstance,
  batches: AsyncIterable<readonly SourceRow[]>,
  to: string,
): Promise<StagedRows> {
  const path = `${to}.rows`;
  try {
    const written = await writeRows(path, batches);
    const rows = await withConnection(instance, (connection) =>
      copyStaged(connection, { sql: readRows(path, written), params: [] }, to),
    );
    if (rows !== written.rows)
      throw new BestfitError('input.records-unclear', { file: to, records: written.rows, read: rows });
    return { rows, columns: written.columns };
  } finally {
    await rm(path, { force: true });
  }
}

interface WrittenRows extends StagedRows {
  /** A cell has several lines: then only one thread can tell the rows apart. */
  readonly quotedNewlines: boolean;
  /** Bytes of the longest row. */
  readonly longest: number;
}

async function writeRows(path: string, batches: AsyncIterable<readonly SourceRow[]>): Promise<WrittenRows> {
  let rows = 0;
  let columns = 0;
  let longest = 0;
  let quotedNewlines = false;
  async function* texts(): AsyncGenerator<string> {
    for await (const batch of batches) {
      const lines = batch.map(writeRow);
      rows += batch.length;
      columns = batch.reduce((most, { cells }) => Math.max(most, cells.length), columns);
      longest = lines.reduce((most, line) => Math.max(most, line.length), longest);
      quotedNewlines ||= lines.some((line) => /[\r\n](?!$)/.test(line));
      yield lines.join('');
    }
  }
  try {
    await pipeline(texts, createWriteStream(path));
  } catch (error) {
    throw queryFailed(error, 'COPY');
  }
  return { rows, columns, longest: longest * BYTES_A_CHARACTER, quotedNewlines };
}

/** A UTF-16 unit takes at most three bytes of UTF-8. */
const BYTES_A_CHARACTER = 3;

function writeRow({ line, cells }: SourceRow): string {
  let written = String(line);
  for (const cell of cells) written += cell === null || cell === '' ? ',' : `,${quoteCell(cell)}`;
  return `${written}\n`;
}

function quoteCell(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

function readRows(path: string, { columns, longest, quotedNewlines }: WrittenRows): string {
  const names = Array.from({ length: columns }, (_, index) => `'c${index + 1}': 'VARCHAR'`);
  const line = longest + 1;
  const source = `READ_CSV(${quoteText(path)}, delim = ',', quote = '"', escape = '"', header = false,
    columns = {${["'__line': 'BIGINT'", ...names].join(', ')}}, auto_detect = false, null_padding = true,
    new_line = '\\n', parallel = ${!quotedNewlines}, max_line_size = ${line}, buffer_size = ${Math.max(line, LEAST_BUFFER)})`;
  return `SELECT * FROM ${source}`;
}
