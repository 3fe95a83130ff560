import { open, stat } from 'node:fs/promises';
import { BestfitError } from '../../../base/errors/index.ts';
import { looksLike } from '../looks-like.ts';

/** Refuses what is no text file by its first bytes: missing, empty, a workbook or an archive with a JSON ending. */
export async function checkFile(path: string): Promise<void> {
  const info = await stat(path).catch(() => null);
  if (!info) throw new BestfitError('input.file-missing', { file: path });
  if (!info.isFile()) throw new BestfitError('input.not-a-file', { file: path });
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4096), 0, 4096, 0);
    const start = buffer.subarray(0, bytesRead);
    if (start.toString().trim() === '') throw new BestfitError('input.file-empty', { file: path });
    const kind = looksLike(start) ?? (start.includes(0) ? 'a binary file' : null);
    if (kind) throw new BestfitError('input.binary', { file: path, looksLike: kind });
  } finally {
    await file.close();
  }
}
