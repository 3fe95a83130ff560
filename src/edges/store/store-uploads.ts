import { randomBytes } from 'node:crypto';
import { createWriteStream, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { BestfitError } from '../../base/errors/index.ts';
import type { Catalog } from './catalog.ts';
import { toStoreFailure } from './store-failure.ts';
import type { Store, Upload } from './types.ts';
import type { WorkspaceFolder } from './workspace-folder.ts';

/** Files that nobody imported are kept this long. */
export const uploadGraceMs = 24 * 60 * 60_000;
/** What an upload that is under way is called, so that a cut one is never taken for a file. */
const partial = '.part';
const longestName = 200;

type UploadMethods = Pick<
  Store,
  'receiveUpload' | 'uploads' | 'uploadPath' | 'removeUpload' | 'sweepUploads'
>;

/** Files that came from a browser: each in a folder of its own under `data/uploads`, under its own name. */
export function createUploads({ workspace, now }: Catalog, folder: WorkspaceFolder): UploadMethods {
  const root = join(folder.data, 'uploads');
  const read = (id: string): Upload | null => {
    const name = isUploadId(id) && existsSync(join(root, id)) ? readdirSync(join(root, id))[0] : undefined;
    if (name === undefined) return null;
    const { size, mtime } = statSync(join(root, id, name));
    return { id, name, bytes: size, receivedAt: mtime.toISOString() };
  };
  const list = () => (existsSync(root) ? readdirSync(root).flatMap((id) => read(id) ?? []) : []);
  const remove = (id: string) => rmSync(join(root, id), { recursive: true, force: true });
  return {
    receiveUpload: async (name, bytes) => {
      const id = randomBytes(8).toString('hex');
      const draft = join(root, `${id}${partial}`);
      try {
        mkdirSync(draft, { recursive: true });
        const path = join(draft, plainName(name));
        await pipeline(Readable.from(bytes), createWriteStream(path, { flush: true }));
        renameSync(draft, join(root, id));
      } catch (error) {
        rmSync(draft, { recursive: true, force: true });
        throw toStoreFailure(error, workspace);
      }
      return read(id) as Upload;
    },
    uploads: async () => list(),
    uploadPath: async (id) => {
      const upload = read(id);
      if (upload === null) throw new BestfitError('upload.missing', { file: id });
      return join(root, id, upload.name);
    },
    removeUpload: async (id) => {
      if (isUploadId(id)) remove(id);
    },
    sweepUploads: async (kept) => {
      const isOld = (path: string) => now().getTime() - statSync(path).mtimeMs > uploadGraceMs;
      const names = existsSync(root) ? readdirSync(root) : [];
      for (const name of names) if (!kept.includes(name) && isOld(join(root, name))) remove(name);
    },
  };
}

function isUploadId(id: string): boolean {
  return /^[0-9a-f]{16}$/.test(id);
}

/** A name that is a plain file of its folder on every system; the ending, by which it is read, stays. */
function plainName(name: string): string {
  const plain = basename(name.replaceAll('\\', '/')).replaceAll(/[\p{Cc}<>:"|?*]/gu, '_');
  const short = Buffer.byteLength(plain) <= longestName ? plain : shortened(plain);
  return short === '' || /^\.+$/.test(short) ? 'file' : short;
}

function shortened(name: string): string {
  const ending = /(\.\w{1,10}){0,2}$/.exec(name)?.[0] ?? '';
  let stem = name.slice(0, name.length - ending.length);
  while (Buffer.byteLength(stem + ending) > longestName) stem = stem.slice(0, -1);
  return stem + ending;
}
