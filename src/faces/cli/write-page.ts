import { resolve } from 'node:path';

/** Writes a page as a file, whole or not at all; a file of that name is replaced. */
export async function writePage(to: string, text: string): Promise<void> {
  const { writeFile } = await import('node:fs/promises');
  const { writeWhole } = await import('../../edges/files/index.ts');
  await writeWhole({ path: resolve(to), force: true, ours: null }, (path) => writeFile(path, text));
}
