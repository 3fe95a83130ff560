import { renameSync, rmSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import type { TableRef } from '../../stages/dataset/index.ts';
import type { Catalog } from './catalog.ts';
import { damagedFile } from './damaged-file.ts';
import { draftName } from './draft-name.ts';
import { createFileMarks, type SeenFile } from './file-marks.ts';
import { toStoreFailure } from './store-failure.ts';
import { sweepFiles } from './sweep-files.ts';
import type { Store } from './types.ts';
import type { FileFault } from './upkeep-types.ts';
import { hashFile, hashFileNow, syncFile, syncFolder, type WorkspaceFolder } from './workspace-folder.ts';

/** The files of a workspace: drafts while being written, then immutable under the hash of their content. */
export interface StoreFiles extends Pick<Store, 'draftFile' | 'adopt' | 'filePath' | 'sweep'> {
  /**
   * Refuses references to files that are not on disk, and keeps what the files looked like; called inside the
   * transaction that commits them.
   */
  secureAll(refs: readonly TableRef[]): void;
  /** Deletes the drafts of this store that were never adopted, and keeps what was learned of files. */
  close(): void;
}

/**
 * Keeps the files of one workspace. A file is known to be right as long as its size and time are what they were
 * when its content was last read; else its content is read again, and one that is not what its name says is refused.
 */
export function createStoreFiles(catalog: Catalog, folder: WorkspaceFolder): StoreFiles {
  const drafts = new Set<string>();
  const marks = createFileMarks(catalog);
  const pathOf = (file: string) => join(folder.data, `${file}.parquet`);
  const faultOf = (file: string): FileFault | null => {
    const found = isHash(file) ? markOf(pathOf(file)) : null;
    if (found === null) return 'missing';
    const seen = marks.seen(file);
    if (seen !== null && isSame(seen, found)) return null;
    const isAltered = (seen !== null && seen.bytes !== found.bytes) || hashFileNow(pathOf(file)) !== file;
    if (isAltered) return 'altered';
    marks.keep(file, found);
    return null;
  };
  const require = ({ file }: TableRef): string => {
    const fault = faultOf(file);
    if (fault !== null) throw damagedFile(catalog, file, fault);
    return pathOf(file);
  };
  return {
    draftFile: (extension) => {
      const path = join(folder.drafts, draftName(extension));
      drafts.add(path);
      return path;
    },
    adopt: async (draft, rows) => {
      const file = await secureDraft(draft, folder);
      await catalog.locked(() => {
        if (faultOf(file) === null) keepOld(draft, pathOf(file));
        else renameSync(draft, pathOf(file));
        syncFolder(folder.data);
        marks.keep(file, markOf(pathOf(file)) as SeenFile);
      });
      drafts.delete(draft);
      return { file, rows };
    },
    filePath: require,
    sweep: () => sweepFiles(catalog, folder),
    secureAll: (refs) => {
      for (const ref of refs) require(ref);
      marks.save();
    },
    close: () => {
      for (const path of drafts) rmSync(path, { force: true });
      drafts.clear();
      marks.saveAtLeisure();
    },
  };
}

function isHash(file: string): boolean {
  return /^[0-9a-f]{64}$/.test(file);
}

function markOf(path: string): SeenFile | null {
  const found = statSync(path, { throwIfNoEntry: false });
  return found === undefined ? null : { bytes: found.size, modified: Math.round(found.mtimeMs) };
}

function isSame(one: SeenFile, other: SeenFile): boolean {
  return one.bytes === other.bytes && one.modified === other.modified;
}

async function secureDraft(draft: string, folder: WorkspaceFolder): Promise<string> {
  try {
    const hash = await hashFile(draft);
    await syncFile(draft);
    return hash;
  } catch (error) {
    throw toStoreFailure(error, folder.path);
  }
}

/** The same content is there already: made young, under the write lock, so that no sweep can see it as old. */
function keepOld(draft: string, target: string): void {
  const now = new Date();
  utimesSync(target, now, now);
  rmSync(draft);
}
