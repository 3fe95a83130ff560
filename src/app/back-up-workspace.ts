import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { BestfitError } from '../base/errors/index.ts';
import { type BackupPart, type BackupSink, writeBackup } from '../edges/backup/index.ts';
import type { CatalogCopy, StoredFile } from '../edges/store/index.ts';
import type { Workspace } from './workspace.ts';

/** What a backup holds. */
export interface BackupResult {
  readonly kind: 'backup';
  readonly path: string;
  readonly at: string;
  /** The snapshot in force when it was made; null in a workspace without data. */
  readonly snapshot: string | null;
  readonly files: number;
  readonly bytes: number;
  /** Files that only undone imports or old lists need and that are gone or damaged: they are not in it. */
  readonly leftOut: readonly string[];
}

/** A file may be swept between the look at the catalog and its copying, so the look is taken again. */
const attempts = 3;

/**
 * Writes a backup of the workspace while it is in use: the catalog as it is at one moment, and every file that it needs.
 *
 * @param to a folder to be made, or a file to be written when it ends in `.tar`
 */
export async function backUpWorkspace(
  workspace: Pick<Workspace, 'store'>,
  { to, at }: { readonly to: string; readonly at: string },
): Promise<BackupResult> {
  const path = resolve(to);
  for (let attempt = 1; ; attempt++) {
    try {
      return await backUpOnce(workspace, path, at);
    } catch (error) {
      const isSwept = error instanceof BestfitError && error.code === 'store.file-missing';
      if (!isSwept || attempt === attempts) throw error;
    }
  }
}

async function backUpOnce(
  { store }: Pick<Workspace, 'store'>,
  path: string,
  at: string,
): Promise<BackupResult> {
  const copy = await store.copyCatalog();
  const leftOut: string[] = [];
  const snapshot = (await store.head())?.snapshot.id ?? null;
  const { parts } = await writeBackup(path, at, (sink) => addParts({ store }, { sink, copy, leftOut }));
  const bytes = parts.reduce((sum, part) => sum + part.bytes, 0);
  return { kind: 'backup', path, at, snapshot, files: parts.length, bytes, leftOut };
}

interface Adding {
  readonly sink: BackupSink;
  readonly copy: CatalogCopy;
  readonly leftOut: string[];
}

async function addParts(
  { store }: Pick<Workspace, 'store'>,
  { sink, copy, leftOut }: Adding,
): Promise<readonly BackupPart[]> {
  const catalog = { path: 'catalog.db', stored: 'catalog.db' };
  const parts: BackupPart[] = [{ ...catalog, ...(await sink.add('catalog.db', copy.catalog)) }];
  for (const [index, file] of copy.files.entries()) {
    if (!isThere({ store }, file)) {
      leftOut.push(file.path);
      continue;
    }
    const stored = file.hash === null ? `uploads/${index}` : `data/${file.hash}.parquet`;
    parts.push({ path: file.path, stored, ...(await sink.add(stored, file.from)) });
  }
  return parts;
}

/** What is needed is asked of the store, which refuses what is damaged; the rest may be left out. */
function isThere({ store }: Pick<Workspace, 'store'>, { hash, from, needed }: StoredFile): boolean {
  if (hash === null) return existsSync(from);
  try {
    return store.filePath({ file: hash, rows: 0 }) === join(store.path, 'data', `${hash}.parquet`);
  } catch (error) {
    if (needed) throw error;
    return false;
  }
}
