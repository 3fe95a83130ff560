import { rm } from 'node:fs/promises';
import type { DuckDBInstance } from '@duckdb/node-api';
import { BestfitError } from '../../../base/errors/index.ts';
import type { CsvOptions, OpenedCsv } from '../../../base/sql/index.ts';
import { withConnection } from './connections.ts';
import { copyStaged } from './copy-staged.ts';
import { lineNumbers } from './line-numbers.ts';
import { type RejectedLines, rejectedLines } from './rejected-lines.ts';
import type { CsvScan } from './scan-csv.ts';
import { textRows } from './text-rows.ts';
import { unifyNewlines } from './unify-newlines.ts';
import { type OnDone, withProgress } from './with-progress.ts';

/** What staging a file gives. */
export type StagedCsv = Awaited<ReturnType<OpenedCsv['stage']>>;

/** A file to stage and where to. */
export interface StagingRequest {
  readonly path: string;
  readonly options: CsvOptions;
  readonly to: string;
  readonly onDone: OnDone | undefined;
}

/**
 * Copies a delimited text file into Parquet, all cells as texts (empty ones null, quoted or not).
 *
 * DuckDB 1.5 drops rows without a word after a quote that is never closed, and stops at mixed line ends. So the
 * records are counted apart first: an open quote is refused with its line, mixed line ends are made one, and in the
 * end kept and rejected rows must add up to the records. On several threads it can start in the middle of a quoted
 * cell of many lines and take its text for rows: such a file is read on one, as is one whose rows do not add up.
 */
export async function stageCsv(
  instance: DuckDBInstance,
  request: StagingRequest,
  scan: CsvScan,
): Promise<StagedCsv> {
  const { path } = request;
  if (scan.openQuoteAt !== null) {
    const [line = 0] = await lineNumbers(path, [scan.openQuoteAt]);
    throw new BestfitError('input.unclosed-quote', { file: path, line });
  }
  if (!scan.mixedNewlines) return stageScanned(instance, request, { scan, from: path });
  const unified = `${request.to}.lines`;
  try {
    await unifyNewlines(path, unified);
    return await stageScanned(instance, request, { scan, from: unified });
  } finally {
    await rm(unified, { force: true });
  }
}

interface ScannedFile {
  readonly scan: CsvScan;
  /** The file itself, or its copy with one kind of line end. */
  readonly from: string;
}

async function stageScanned(
  instance: DuckDBInstance,
  request: StagingRequest,
  { scan, from }: ScannedFile,
): Promise<StagedCsv> {
  const copy = (parallel: boolean) => copyRows(instance, request, { scan, from, parallel });
  const first = await copy(!scan.quotedNewlines);
  const copied = scan.quotedNewlines || isWhole(first, scan) ? first : await copy(false);
  if (isWhole(copied, scan)) {
    const { rows, rejected } = copied;
    return { rows, rejected: rejected.lines, rejectedTotal: rejected.total };
  }
  const read = copied === null ? 0 : recordsOf(copied);
  throw new BestfitError('input.records-unclear', { file: request.path, records: scan.records, read });
}

interface CopiedRows {
  readonly rows: number;
  readonly rejected: RejectedLines;
}

function recordsOf({ rows, rejected }: CopiedRows): number {
  return rows + rejected.total + rejected.blank;
}

function isWhole(copied: CopiedRows | null, scan: CsvScan): copied is CopiedRows {
  return copied !== null && recordsOf(copied) === scan.records;
}

interface CopyRequest extends ScannedFile {
  readonly parallel: boolean;
}

/** Null when the engine could not tell the rows apart: the file's fault, unlike a disk that is full. */
function copyRows(
  instance: DuckDBInstance,
  request: StagingRequest,
  how: CopyRequest,
): Promise<CopiedRows | null> {
  return withConnection(instance, async (connection) => {
    try {
      const { from: path, scan, parallel } = how;
      const text = textRows({ path, options: request.options, longest: scan.longest, parallel });
      const rows = await withProgress(connection, request.onDone, () =>
        copyStaged(connection, text, request.to),
      );
      const rejected = await rejectedLines(connection, path, request.options.names.length);
      return { rows, rejected };
    } catch (error) {
      if (isUnreadable(error)) return null;
      throw error;
    }
  });
}

function isUnreadable(error: unknown): boolean {
  return (
    error instanceof BestfitError &&
    error.code === 'system.query-failed' &&
    /Invalid Input/.test(error.message)
  );
}
