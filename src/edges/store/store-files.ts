import { existsSync, renameSync, rmSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { BestfitError } from '../../base/errors/index.ts';
import type { TableRef } from '../../stages/dataset/index.ts';
import type { Catalog } from './catalog.ts';
import { draftName } from './draft-name.ts';
import { toStoreFailure } from './store-failure.ts';
import { sweepFiles } from './sweep-files.ts';
import type { Store } from './types.ts';
import { hashFile, syncFile, syncFolder, type WorkspaceFolder } from './workspace-folder.ts';

/** The files of a workspace: drafts while being written, then immutable under the hash of their content. */
export interface StoreFiles extends Pick<Store, 'draftFile' | 'adopt' | 'filePath' | 'sweep'> {
  /** Refuses references to files that are not on disk; called inside the transaction that commits them. */
  requireAll(refs: readonly TableRef[]): void;
  /** Deletes the drafts of this store that were never adopted. */
  dropDrafts(): void;
}

/** Keeps the files of one workspace. */
export function createStoreFiles(catalog: Catalog, folder: WorkspaceFolder): StoreFiles {
  const drafts = new Set<string>();
  const pathOf = (ref: TableRef) => join(folder.data, `${ref.file}.parquet`);
  const require = (ref: TableRef) => {
    const isHash = /^[0-9a-f]{64}$/.test(ref.file);
    if (!isHash || !existsSync(pathOf(ref)))
      throw new BestfitError('store.file-missing', { file: `${ref.file}.parquet`, workspace: folder.path });
    return pathOf(ref);
  };
  return {
    draftFile: (extension) => {
      const path = join(folder.drafts, draftName(extension));
      drafts.add(path);
      return path;
    },
    adopt: async (draft, rows) => {
      const ref = { file: await secureDraft(draft, folder), rows };
      await catalog.locked(() => moveInto(draft, pathOf(ref), folder));
      drafts.delete(draft);
      return ref;
    },
    filePath: require,
    sweep: () => sweepFiles(catalog, folder),
    requireAll: (refs) => refs.forEach(require),
    dropDrafts: () => {
      for (const path of drafts) rmSync(path, { force: true });
      drafts.clear();
    },
  };
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

/** Under the write lock, so that no sweep can see the file as old in between. */
function moveInto(draft: string, target: string, folder: WorkspaceFolder): void {
  if (existsSync(target)) {
    const now = new Date();
    utimesSync(target, now, now);
    rmSync(draft);
  } else {
    renameSync(draft, target);
  }
  syncFolder(folder.data);
}
