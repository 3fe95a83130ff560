import { rm } from 'node:fs/promises';
import type { DuckDBInstance } from '@duckdb/node-api';
import { BestfitError } from '../../../base/errors/index.ts';
import type { Bind, CsvOptions, Engine, SqlStatement } from '../../../base/sql/index.ts';
import { withConnection } from './connections.ts';
import { copyStaged } from './copy-staged.ts';
import { duckDbDialect } from './dialect.ts';
import { lineNumbers } from './line-numbers.ts';
import { queryFailed } from './query-failed.ts';
import { readCsv } from './read-csv.ts';
import { type RejectedLines, rejectedLines } from './rejected-lines.ts';
import { requireFile } from './require-file.ts';
import { type CsvScan, scanCsv } from './scan-csv.ts';
import { unifyNewlines } from './unify-newlines.ts';

/** What staging a file gives. */
export type StagedCsv = Awaited<ReturnType<Engine['stageCsv']>>;

/** A file to stage and where to. */
export interface StagingRequest {
  readonly path: string;
  readonly options: CsvOptions;
  readonly to: string;
}

const USUAL_LINE = 2_000_000;
const LONGEST_LINE = 100_000_000;

/**
 * Copies a delimited text file into Parquet, all cells as texts (empty ones null, quoted or not).
 *
 * DuckDB 1.5 drops rows without a word after a quote that is never closed, and stops at mixed line ends. So the
 * records are counted apart while it reads, on another core: an open quote is refused with its line, mixed line
 * ends are made one and read again, and in the end kept and rejected rows must add up to the records.
 */
export async function stageCsv(instance: DuckDBInstance, request: StagingRequest): Promise<StagedCsv> {
  const { path, options } = request;
  await requireFile(path);
  const [scanned, first] = await Promise.allSettled([
    scanCsv(path, options),
    copyRows(instance, request, USUAL_LINE),
  ]);
  if (scanned.status === 'rejected') throw queryFailed(scanned.reason, 'READ_CSV');
  const scan = scanned.value;
  if (scan.openQuoteAt !== null) {
    const [line = 0] = await lineNumbers(path, [scan.openQuoteAt]);
    throw new BestfitError('input.unclosed-quote', { file: path, line });
  }
  try {
    if (scan.mixedNewlines) return await stageUnified(instance, request, scan);
    const longer = scan.longest >= USUAL_LINE ? await copyRows(instance, request, scan.longest) : null;
    if (longer === null && first.status === 'rejected') throw first.reason;
    return checked(longer ?? (first as PromiseFulfilledResult<CopiedRows>).value, scan, path);
  } catch (error) {
    throw isUnreadable(error)
      ? new BestfitError('input.records-unclear', { file: path, records: scan.records, read: 0 })
      : error;
  }
}

/** The engine could not tell the rows apart: the file's fault, unlike a disk that is full. */
function isUnreadable(error: unknown): boolean {
  return (
    error instanceof BestfitError &&
    error.code === 'system.query-failed' &&
    /Invalid Input/.test(error.message)
  );
}

async function stageUnified(
  instance: DuckDBInstance,
  request: StagingRequest,
  scan: CsvScan,
): Promise<StagedCsv> {
  const unified = `${request.to}.lines`;
  try {
    await unifyNewlines(request.path, unified);
    const longest = Math.max(USUAL_LINE, scan.longest);
    return checked(await copyRows(instance, { ...request, path: unified }, longest), scan, request.path);
  } finally {
    await rm(unified, { force: true });
  }
}

interface CopiedRows {
  readonly rows: number;
  readonly rejected: RejectedLines;
}

function copyRows(instance: DuckDBInstance, request: StagingRequest, longest: number): Promise<CopiedRows> {
  return withConnection(instance, async (connection) => {
    const rows = await copyStaged(connection, textRows(request, longest), request.to);
    const rejected = await rejectedLines(connection, request.path, request.options.names.length);
    return { rows, rejected };
  });
}

function textRows({ path, options }: StagingRequest, longest: number): SqlStatement {
  const params: SqlStatement['params'][number][] = [];
  const bind: Bind = (value) => `$${params.push(value)}`;
  const line = Math.min(longest + 1, LONGEST_LINE);
  const single = options.names.length === 1;
  const settings = {
    store_rejects: true,
    rejects_limit: 0,
    max_line_size: line,
    buffer_size: Math.max(line, 32_000_000),
    allow_quoted_nulls: !single,
  };
  const source = readCsv({ path, options, settings }, bind);
  const [only = ''] = options.names.map(duckDbDialect.identifier);
  const sql = single
    ? `SELECT NULLIF(${only}, '') AS ${only} FROM (SELECT * FROM ${source} WHERE ${only} IS NOT NULL)`
    : `SELECT * FROM ${source}`;
  return { sql, params };
}

function checked({ rows, rejected }: CopiedRows, scan: CsvScan, file: string): StagedCsv {
  const read = rows + rejected.total + rejected.blank;
  if (read !== scan.records)
    throw new BestfitError('input.records-unclear', { file, records: scan.records, read });
  return { rows, rejected: rejected.lines, rejectedTotal: rejected.total };
}
