import { createHash } from 'node:crypto';
import { closeSync, createReadStream, existsSync, fsyncSync, mkdirSync, openSync, readSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';

/** Where the parts of a workspace are. */
export interface WorkspaceFolder {
  readonly path: string;
  readonly catalog: string;
  readonly data: string;
  readonly drafts: string;
}

/** The layout of a workspace folder. */
export function workspaceFolder(path: string): WorkspaceFolder {
  const data = join(path, 'data');
  return { path, catalog: join(path, 'catalog.db'), data, drafts: join(data, 'drafts') };
}

/** Makes a folder's entries (new names, renames) survive a power cut. Windows has no such call. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Makes the missing folders of a workspace, durably. */
export function makeFolders(folder: WorkspaceFolder): void {
  if (existsSync(folder.drafts)) return;
  mkdirSync(folder.drafts, { recursive: true });
  for (const made of [folder.data, folder.path, dirname(folder.path)]) syncFolder(made);
}

/** Puts a file's content safely on disk. */
export async function syncFile(path: string): Promise<void> {
  const handle = await open(path, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** SHA-256 of a file's content in hex. */
export async function hashFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path, { highWaterMark: 1 << 20 }), hash);
  return hash.digest('hex');
}

/** The same without waiting, for the one reading after which a file is known to be right. */
export function hashFileNow(path: string): string {
  const hash = createHash('sha256');
  const piece = Buffer.allocUnsafe(1 << 20);
  const handle = openSync(path, 'r');
  try {
    for (let read = readSync(handle, piece); read > 0; read = readSync(handle, piece))
      hash.update(piece.subarray(0, read));
  } finally {
    closeSync(handle);
  }
  return hash.digest('hex');
}
