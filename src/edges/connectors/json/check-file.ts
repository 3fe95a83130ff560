import { open, stat } from 'node:fs/promises';
import { BestfitError } from '../../../base/errors/index.ts';
import { type ByteOrderMark, byteOrderMark } from '../byte-order-mark.ts';
import { looksLike } from '../looks-like.ts';

/** A text file that holds JSON. */
export interface JsonFile {
  readonly path: string;
  readonly encoding: ByteOrderMark['encoding'];
}

/**
 * Finds the encoding of a text file by its first bytes: that of its byte order mark, else UTF-16 where a byte beside
 * the first character is NUL, else UTF-8. Refuses what is missing, empty or no text, such as a workbook with a JSON
 * ending.
 */
export async function checkFile(path: string): Promise<JsonFile> {
  const info = await stat(path).catch(() => null);
  if (!info) throw new BestfitError('input.file-missing', { file: path });
  if (!info.isFile()) throw new BestfitError('input.not-a-file', { file: path });
  const start = await startOf(path);
  const marked = byteOrderMark(start)?.encoding ?? null;
  const encoding = marked ?? unmarked(start);
  const text = new TextDecoder(encoding).decode(start);
  if (text.trim() === '') throw new BestfitError('input.file-empty', { file: path });
  const magic = marked === null ? looksLike(start) : null;
  const kind = magic ?? (text.includes('\0') ? 'a binary file' : null);
  if (kind) throw new BestfitError('input.binary', { file: path, looksLike: kind });
  return { path, encoding };
}

/** Whatever JSON holds, it begins with a plain character: a bracket, a quotation mark or a space. */
function unmarked([first, second]: Uint8Array): JsonFile['encoding'] {
  if (first !== 0 && second === 0) return 'utf-16le';
  return first === 0 && second !== 0 ? 'utf-16be' : 'utf-8';
}

async function startOf(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4096), 0, 4096, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
