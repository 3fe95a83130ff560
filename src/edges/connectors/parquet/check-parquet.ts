import { type FileHandle, open, stat } from 'node:fs/promises';
import { BestfitError } from '../../../base/errors/index.ts';

const MARK = 'PAR1';
const ENCRYPTED = 'PARE';
/** Both marks and the length of the directory between them. */
const LEAST = 12;

/** Refuses what is no whole Parquet file by its first and last bytes: missing, empty, of another kind, cut off, locked. */
export async function checkParquet(path: string): Promise<void> {
  const info = await stat(path).catch(() => null);
  if (!info) throw new BestfitError('input.file-missing', { file: path });
  if (!info.isFile()) throw new BestfitError('input.not-a-file', { file: path });
  if (info.size === 0) throw new BestfitError('input.file-empty', { file: path });
  const file = await open(path);
  try {
    const reason = await faultOf(file, info.size);
    if (reason !== null) throw new BestfitError('input.parquet-broken', { file: path, reason });
  } finally {
    await file.close();
  }
}

async function faultOf(file: FileHandle, size: number): Promise<string | null> {
  const start = (await bytesAt(file, 0, 4)).toString('latin1');
  if (start === ENCRYPTED) return 'it is encrypted';
  if (start !== MARK) return 'it does not begin like one, so it is a file of another kind';
  const end = size < LEAST ? Buffer.alloc(8) : await bytesAt(file, size - 8, 8);
  if (end.toString('latin1', 4) === ENCRYPTED) return 'it is encrypted';
  if (end.toString('latin1', 4) !== MARK) return `it breaks off after ${size} bytes`;
  if (end.readUInt32LE(0) + LEAST > size) return 'the directory at its end is damaged';
  return null;
}

async function bytesAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position);
  return buffer.subarray(0, bytesRead);
}
