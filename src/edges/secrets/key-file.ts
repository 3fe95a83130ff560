import { randomBytes } from 'node:crypto';
import { type FileHandle, link, mkdir, open, readFile, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { BestfitError } from '../../base/errors/index.ts';
import { readKey } from './read-key.ts';

/** Rights of others on the file: none are allowed. */
const others = 0o077;

/** The key in a file; null when there is none. Refused when other users may read it. */
export async function readKeyFile(file: string): Promise<Buffer | null> {
  try {
    const { mode } = await stat(file);
    const isExposed = process.platform !== 'win32' && (mode & others) !== 0;
    if (isExposed) throw new BestfitError('connection.key-exposed', { file });
    return readKey(await readFile(file, 'utf8'), file);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw refusal(error, file);
  }
}

/** Makes a new key: whole and for its owner alone, or not at all. Where another process was faster, that key counts. */
export async function makeKeyFile(file: string): Promise<void> {
  try {
    await makeWhole(file);
  } catch (error) {
    throw refusal(error, file);
  }
}

async function makeWhole(file: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const draft = `${file}.${randomBytes(8).toString('hex')}`;
  const handle = await open(draft, 'wx', 0o600);
  try {
    await writeKey(handle);
    await link(draft, file).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  } finally {
    await rm(draft, { force: true });
  }
}

async function writeKey(handle: FileHandle): Promise<void> {
  try {
    await handle.writeFile(`${randomBytes(32).toString('base64')}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** What keeps the file system from giving the key. */
function refusal(error: unknown, file: string): unknown {
  const isOfFiles = ['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EISDIR', 'ENOSPC'].includes(codeOf(error));
  if (!isOfFiles) return error;
  return new BestfitError('connection.key-unwritable', { file }, { cause: error });
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
