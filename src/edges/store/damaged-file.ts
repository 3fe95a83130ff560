import { BestfitError } from '../../base/errors/index.ts';
import type { Catalog } from './catalog.ts';
import { type FileUse, usesOfCommit } from './file-uses.ts';
import { readCommits } from './read-commits.ts';
import type { FileFault } from './upkeep-types.ts';

/** The refusal that names a file, what it holds, and the snapshot before it that can be gone back to. */
export function damagedFile(catalog: Catalog, file: string, fault: FileFault): BestfitError {
  const { workspace } = catalog;
  const { use, undos, older } = placeOf(catalog, file);
  const where = { table: use?.table ?? 'list', source: use?.source ?? null, undos, older };
  const params = { file: `${file}.parquet`, workspace, ...where };
  return fault === 'missing'
    ? new BestfitError('store.file-missing', params)
    : new BestfitError('store.file-damaged', params);
}

interface Place {
  readonly use: FileUse | null;
  /** How often to undo until no file of the head is this one; 0 when it is none of the head's. */
  readonly undos: number;
  /** The snapshot that is current then; null when there is none. */
  readonly older: string | null;
}

function placeOf(catalog: Catalog, file: string): Place {
  const commits = readCommits(catalog);
  const found = commits.map((commit) => usesOfCommit(commit).find(({ ref }) => ref.file === file) ?? null);
  const use = found.find((each) => each !== null) ?? null;
  const sound = found[0] === null ? -1 : found.indexOf(null);
  return { use, undos: Math.max(sound, 0), older: commits[sound]?.snapshot.id ?? null };
}
