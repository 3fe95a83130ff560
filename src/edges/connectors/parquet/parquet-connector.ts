import { BestfitError } from '../../../base/errors/index.ts';
import type { Engine } from '../../../base/sql/index.ts';
import type { FileConnector, FileRequest, StagedFile } from '../types.ts';
import { checkParquet } from './check-parquet.ts';

/** Reads Parquet files: the exports of warehouses and notebooks. */
export const parquetConnector: FileConnector = {
  name: 'parquet',
  extensions: ['.parquet', '.pq'],
  parts: null,
  stage: stageParquetFile,
  open: null,
};

async function stageParquetFile(engine: Engine, { path, to }: FileRequest): Promise<StagedFile> {
  await checkParquet(path);
  const { headers, rows, leftOut } = await engine.stageParquet(path, to);
  if (rows === 0) throw new BestfitError('input.no-rows', { file: path, columns: headers.length });
  return {
    path: to,
    headers,
    columns: headers.map((_, index) => `c${index + 1}`),
    rows,
    rejected: [],
    rejectedTotal: 0,
    how: 'Parquet',
    warnings: leftOut.map((header) => `\`${header}\` holds bytes, not text, and was left out.`),
    lineOf: (wanted) => Promise.resolve(wanted),
  };
}
