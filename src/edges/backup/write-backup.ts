import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { BestfitError } from '../../base/errors/index.ts';
import { folderSink } from './folder-sink.ts';
import { listName } from './list-name.ts';
import { readBackup } from './read-backup.ts';
import { syncFolder } from './sync-folder.ts';
import { tarSink } from './tar-sink.ts';
import type { BackupList, BackupPart, BackupSink } from './types.ts';

/**
 * Writes a backup whole or not at all: under another name beside it, read again and compared with its hashes, then put in
 * its place. A name that ends in `.tar` becomes one archive, any other a folder.
 *
 * @param fill adds the parts and gives their list
 */
export async function writeBackup(
  to: string,
  at: string,
  fill: (sink: BackupSink) => Promise<readonly BackupPart[]>,
): Promise<BackupList> {
  if (existsSync(to)) throw new BestfitError('backup.exists', { path: to });
  const part = join(dirname(to), `.${basename(to)}-${randomUUID().slice(0, 8)}.part`);
  try {
    const list = await fillPart(part, { isArchive: to.endsWith('.tar'), at, fill });
    await (await readBackup(part)).verify();
    await rename(part, to);
    await syncFolder(dirname(to));
    return list;
  } catch (error) {
    throw toExportFailure(error, dirname(to));
  } finally {
    await rm(part, { recursive: true, force: true });
  }
}

interface Filling {
  readonly isArchive: boolean;
  readonly at: string;
  readonly fill: (sink: BackupSink) => Promise<readonly BackupPart[]>;
}

async function fillPart(path: string, { isArchive, at, fill }: Filling): Promise<BackupList> {
  const sink = await (isArchive ? tarSink(path) : folderSink(path));
  try {
    const list: BackupList = { kind: 'bestfit-backup', format: 1, at, parts: await fill(sink) };
    await sink.addText(listName, `${JSON.stringify(list, null, 2)}\n`);
    return list;
  } finally {
    await sink.close();
  }
}

function toExportFailure(error: unknown, folder: string): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  const cause = { cause: error };
  if (code === 'ENOENT' || code === 'ENOTDIR') return new BestfitError('export.no-folder', { folder }, cause);
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
    return new BestfitError('export.not-allowed', { folder }, cause);
  if (code === 'ENOSPC' || code === 'EDQUOT') return new BestfitError('export.disk-full', { folder }, cause);
  return error;
}
