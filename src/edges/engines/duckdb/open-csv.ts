import { rm, writeFile } from 'node:fs/promises';
import type { DuckDBInstance } from '@duckdb/node-api';
import type { CsvOptions, OpenedCsv } from '../../../base/sql/index.ts';
import { withConnection } from './connections.ts';
import { copyStaged } from './copy-staged.ts';
import { queryFailed } from './query-failed.ts';
import { requireFile } from './require-file.ts';
import { type CsvScan, scanCsv } from './scan-csv.ts';
import { stageCsv } from './stage-csv.ts';
import { textRows, USUAL_LINE } from './text-rows.ts';

/** Counts the records of a delimited text file. */
export async function openCsv(
  instance: DuckDBInstance,
  path: string,
  options: CsvOptions,
): Promise<OpenedCsv> {
  await requireFile(path);
  const scan = await scanCsv(path, options).catch((error: unknown) => {
    throw queryFailed(error, 'READ_CSV');
  });
  return {
    records: scan.records,
    plain: isPlain(scan),
    blankLines: scan.blankLines,
    sample: (to) => sampleCsv(instance, { options, to }, scan),
    stage: (to, onDone) => stageCsv(instance, { path, options, to, onDone }, scan),
  };
}

function isPlain({ quotedNewlines, mixedNewlines, openQuoteAt, longest }: CsvScan): boolean {
  return !quotedNewlines && !mixedNewlines && openQuoteAt === null && longest < USUAL_LINE;
}

async function sampleCsv(
  instance: DuckDBInstance,
  { options, to }: { readonly options: CsvOptions; readonly to: string },
  { sample, longest }: CsvScan,
): Promise<number> {
  const from = `${to}.lines`;
  try {
    await writeFile(from, Buffer.concat(sample.flatMap((line) => [line, NEWLINE])));
    const lines = { path: from, options: { ...options, header: false, skip: 0 }, longest, parallel: false };
    return await withConnection(instance, (connection) => copyStaged(connection, textRows(lines), to));
  } catch (error) {
    throw queryFailed(error, 'READ_CSV');
  } finally {
    await rm(from, { force: true });
  }
}

const NEWLINE = Buffer.from('\n');
