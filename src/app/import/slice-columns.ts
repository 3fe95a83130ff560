import { column, parquet, select } from '../../base/sql/index.ts';
import type { StagedFile } from '../../edges/connectors/index.ts';
import type { Scratch } from './scratch.ts';

const SLICE = 100;

/** For each column of a staged file the Parquet file to read it from alone. */
export type ColumnSlices = ReadonlyMap<string, string>;

/**
 * Cuts a wide staged file into files of 100 columns with the same rows. Every query opens its file with all of its
 * columns, so that a question for each of 3,000 columns would otherwise take as many times as long as needed.
 */
export async function sliceColumns(scratch: Scratch, { path, columns }: StagedFile): Promise<ColumnSlices> {
  if (columns.length <= SLICE) return new Map(columns.map((name) => [name, path]));
  const slices = new Map<string, string>();
  for (let at = 0; at < columns.length; at += SLICE) {
    const some = columns.slice(at, at + SLICE);
    const to = scratch.temporaryFile();
    const query = select({ columns: some.map((name) => column(name)), from: parquet(path) });
    await scratch.engine.copy(query, { format: 'parquet', path: to });
    for (const name of some) slices.set(name, to);
  }
  return slices;
}
