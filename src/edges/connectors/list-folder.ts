import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Files of a folder and of the folders in it, sorted by path. */
export interface FolderFiles {
  readonly files: readonly string[];
  /** What is hidden or no file, with the names of whole folders: neither followed nor read. */
  readonly leftOut: readonly string[];
}

/** Lists a folder with all folders in it. Links to files are files; links to folders are not followed. */
export async function listFolder(folder: string): Promise<FolderFiles> {
  const files: string[] = [];
  const leftOut: string[] = [];
  const entries = await readdir(folder, { withFileTypes: true });
  for (const entry of entries.toSorted((one, two) => (one.name < two.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (entry.name.startsWith('.')) leftOut.push(path);
    else if (entry.isDirectory()) {
      const inner = await listFolder(path);
      files.push(...inner.files);
      leftOut.push(...inner.leftOut);
    } else if (await isFile(path)) files.push(path);
    else leftOut.push(path);
  }
  return { files, leftOut };
}

async function isFile(path: string): Promise<boolean> {
  const info = await stat(path).catch(() => null);
  return info?.isFile() === true;
}
