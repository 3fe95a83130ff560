import { column, parquet, type SqlRelation, select } from '../../base/sql/index.ts';
import type { StagedFile } from '../../edges/connectors/index.ts';
import type { Scratch } from './scratch.ts';

/** Columns, or fields, that are read from one file at the most. */
export const SLICE = 100;

/** For each column of a staged file the Parquet file to read it from alone. */
export type ColumnSlices = ReadonlyMap<string, string>;

/**
 * Cuts a wide staged file into files of 100 columns with the same rows. Every query opens its file with all of its
 * columns, so that a question for each of 3,000 columns would otherwise take as many times as long as needed.
 */
export async function sliceColumns(
  scratch: Scratch,
  { path, columns }: Pick<StagedFile, 'path' | 'columns'>,
): Promise<ColumnSlices> {
  if (columns.length <= SLICE) return new Map(columns.map((name) => [name, path]));
  const slices = new Map<string, string>();
  for (let at = 0; at < columns.length; at += SLICE) {
    const some = columns.slice(at, at + SLICE);
    const to = await copyColumns(scratch, parquet(path), some);
    for (const name of some) slices.set(name, to);
  }
  return slices;
}

/** Copies some columns of a relation into a file of their own, for the length of the import. */
export async function copyColumns(
  scratch: Scratch,
  from: SqlRelation,
  names: Iterable<string>,
): Promise<string> {
  const path = scratch.temporaryFile();
  const query = select({ columns: [...names].map((name) => column(name)), from });
  await scratch.engine.copy(query, { format: 'parquet', path });
  return path;
}
