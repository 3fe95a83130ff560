import type { ImportedSource } from './assemble-source.ts';
import { importAtOnce } from './import-at-once.ts';
import { importStaged } from './import-staged.ts';
import { isOpened } from './is-opened.ts';
import type { MappedTable } from './mapped-file.ts';
import type { Scratch } from './scratch.ts';
import type { ImportRequest } from './types.ts';

/**
 * Makes one mapped file a source: a large plain one at once, while it is read; every other, and one that turns out to
 * need a second look, by way of a staged copy.
 */
export async function importSource(
  scratch: Scratch,
  request: ImportRequest,
  file: MappedTable,
): Promise<ImportedSource> {
  const { table } = file;
  if (!isOpened(table)) return importStaged(scratch, request, { ...file, staged: table });
  const done = await importAtOnce(scratch, request, { file, opened: table });
  if (done !== null) return done;
  const staged = await table.stage();
  const slices = new Map(staged.columns.map((name) => [name, staged.path]));
  return importStaged(scratch, request, { ...file, table: staged, staged, slices });
}
