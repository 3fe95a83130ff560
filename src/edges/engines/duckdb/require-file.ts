import { stat } from 'node:fs/promises';
import { BestfitError } from '../../../base/errors/index.ts';

/** Refuses a path with no file behind it, or with an empty one. */
export async function requireFile(path: string): Promise<void> {
  const info = await stat(path).catch(() => null);
  if (info === null) throw new BestfitError('input.file-missing', { file: path });
  if (!info.isFile()) throw new BestfitError('input.not-a-file', { file: path });
  if (info.size === 0) throw new BestfitError('input.file-empty', { file: path });
}
