import { open, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { BestfitError } from '../../base/errors/index.ts';
import { copyBytes } from './copy-bytes.ts';
import { listName } from './list-name.ts';
import { readTarHeader, tarPadding } from './tar-header.ts';
import type { BackupList, BackupPart, BackupPlace } from './types.ts';

/** A backup that was found, ready to be read. */
export interface OpenedBackup {
  readonly list: BackupList;
  /** Writes a part to a new file and makes it durable; `backup.damaged` when it is not what the list says. */
  readonly extract: (part: BackupPart, to: string) => Promise<void>;
  /** Reads every part; `backup.damaged` when one is not what the list says. */
  readonly verify: () => Promise<void>;
}

const hash = z.string().regex(/^[0-9a-f]{64}$/);
/** No path of a part leads out of a workspace. */
const path = z
  .string()
  .regex(/^(catalog\.db|data\/[0-9a-f]{64}\.parquet|data\/uploads\/[0-9a-f]{16}\/[^/\\]+)$/)
  .refine((value) => !/\/\.{1,2}$/.test(value));
const stored = z.string().regex(/^[\w.-]+(\/[\w.-]+)?$/);
const part = z.object({ path, stored, bytes: z.int().nonnegative(), hash });
const listSchema = z.object({
  kind: z.literal('bestfit-backup'),
  format: z.literal(1),
  at: z.string(),
  parts: z.array(part),
});

/** Opens what `writeBackup` wrote: a folder or a tar archive; `backup.not-one` when it is neither. */
export async function readBackup(from: string): Promise<OpenedBackup> {
  const found = await stat(from).catch(() => null);
  if (found === null) throw notOne(from, 'nothing is there');
  const places = found.isDirectory() ? folderPlaces(from) : await tarPlaces(from, found.size);
  const list = await readList(from, await places(listName));
  const check = async (each: BackupPart, to: string | null) => {
    const place = await places(each.stored);
    const damaged = (why: string) => new BestfitError('backup.damaged', { path: from, part: each.path, why });
    if (place === null) throw damaged('is missing');
    if (place.bytes !== each.bytes) throw damaged(`has ${place.bytes} bytes in place of ${each.bytes}`);
    if ((await copyTo(place, to)) !== each.hash) throw damaged('has another content');
  };
  return {
    list,
    extract: (each, to) => check(each, to),
    verify: async () => {
      for (const each of list.parts) await check(each, null);
    },
  };
}

async function copyTo(place: BackupPlace, to: string | null): Promise<string> {
  if (to === null) return (await copyBytes(place, null)).hash;
  const file = await open(to, 'wx');
  try {
    const copied = await copyBytes(place, file);
    await file.sync();
    return copied.hash;
  } finally {
    await file.close();
  }
}

type Places = (stored: string) => Promise<BackupPlace | null>;

function folderPlaces(folder: string): Places {
  return async (name) => {
    const file = join(folder, name);
    const found = await stat(file).catch(() => null);
    return found?.isFile() === true ? { file, start: 0, bytes: found.size } : null;
  };
}

/** Walks from header to header. */
async function tarPlaces(path: string, size: number): Promise<Places> {
  const places = new Map<string, BackupPlace>();
  const file = await open(path, 'r');
  try {
    const block = Buffer.alloc(512);
    for (let at = 0; at + block.length <= size; ) {
      await file.read(block, 0, block.length, at);
      const header = readTarHeader(block);
      if (header === null) break;
      const start = at + block.length;
      places.set(header.name, {
        file: path,
        start,
        bytes: Math.min(header.bytes, Math.max(size - start, 0)),
      });
      at = start + header.bytes + tarPadding(header.bytes);
    }
  } finally {
    await file.close();
  }
  return async (name) => places.get(name) ?? null;
}

async function readList(from: string, place: BackupPlace | null): Promise<BackupList> {
  if (place === null) throw notOne(from, 'it holds no list of its parts');
  const text = await textAt(place);
  let value: unknown = null;
  try {
    value = JSON.parse(text);
  } catch {
    throw notOne(from, 'its list of parts cannot be read');
  }
  const read = listSchema.safeParse(value);
  if (!read.success) throw notOne(from, 'its list of parts is not one of Bestfit');
  return read.data;
}

async function textAt({ file, start, bytes }: BackupPlace): Promise<string> {
  const handle = await open(file, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(bytes), 0, bytes, start);
    return buffer.toString('utf8', 0, bytesRead);
  } finally {
    await handle.close();
  }
}

function notOne(path: string, why: string): BestfitError {
  return new BestfitError('backup.not-one', { path, why });
}
