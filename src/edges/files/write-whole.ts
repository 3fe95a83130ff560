import { randomUUID } from 'node:crypto';
import { open, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { BestfitError } from '../../base/errors/index.ts';

/** What a file was when it was written: another size or time means that somebody else wrote it since. */
export interface FileMark {
  readonly bytes: number;
  readonly modified: number;
}

/** Where to write and what may be replaced there. */
export interface WriteWholeOptions {
  /** Absolute path. */
  readonly path: string;
  /** Replace whatever file is there. */
  readonly force: boolean;
  /** The mark of the file that we wrote there before; null when we wrote none. */
  readonly ours: FileMark | null;
}

/**
 * Writes a file whole or not at all: under another name beside it, then put in its place. A file that is there and
 * not ours stays, unless forced.
 */
export async function writeWhole<T>(
  options: WriteWholeOptions,
  write: (path: string) => Promise<T>,
): Promise<{ readonly result: T; readonly mark: FileMark }> {
  const { path } = options;
  await refuseForeign(options);
  const part = join(dirname(path), `.${basename(path)}-${randomUUID().slice(0, 8)}.part`);
  try {
    await (await open(part, 'wx')).close();
    const result = await write(part);
    await sync(part);
    await rename(part, path);
    const { size, mtimeMs } = await stat(path);
    return { result, mark: { bytes: size, modified: mtimeMs } };
  } catch (error) {
    throw toExportFailure(error, path);
  } finally {
    await rm(part, { force: true });
  }
}

async function refuseForeign({ path, force, ours }: WriteWholeOptions): Promise<void> {
  const found = await stat(path).catch(() => null);
  if (found === null) return;
  if (!found.isFile()) throw new BestfitError('export.not-a-file', { file: path });
  const same = ours !== null && ours.bytes === found.size && ours.modified === found.mtimeMs;
  if (!same && !force) throw new BestfitError('export.exists', { file: path });
}

async function sync(path: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

function toExportFailure(error: unknown, path: string): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  const folder = dirname(path);
  const cause = { cause: error };
  if (code === 'ENOENT' || code === 'ENOTDIR') return new BestfitError('export.no-folder', { folder }, cause);
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
    return new BestfitError('export.not-allowed', { folder }, cause);
  if (code === 'ENOSPC' || code === 'EDQUOT' || isFull(error))
    return new BestfitError('export.disk-full', { folder }, cause);
  return error;
}

/** The engine says it with a code, or in words. */
function isFull(error: unknown): boolean {
  if (error instanceof BestfitError && error.code === 'store.disk-full') return true;
  return error instanceof Error && /no space left on device/i.test(error.message);
}
