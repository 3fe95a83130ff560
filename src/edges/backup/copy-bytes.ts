import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import type { BackupPart, BackupPlace } from './types.ts';

/**
 * Reads bytes and says how many there were and what their hash is; writes them to an open file where one is given.
 */
export async function copyBytes(
  { file, start, bytes }: BackupPlace,
  to: FileHandle | null,
): Promise<Pick<BackupPart, 'bytes' | 'hash'>> {
  const hash = createHash('sha256');
  let read = 0;
  if (bytes > 0) {
    const end = start + bytes - 1;
    for await (const piece of createReadStream(file, { start, end, highWaterMark: 1 << 20 })) {
      hash.update(piece as Buffer);
      read += (piece as Buffer).length;
      if (to !== null) await to.writeFile(piece as Buffer);
    }
  }
  return { bytes: read, hash: hash.digest('hex') };
}
