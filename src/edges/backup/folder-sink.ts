import { mkdir, open, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { copyBytes } from './copy-bytes.ts';
import { syncFolder } from './sync-folder.ts';
import type { BackupSink } from './types.ts';

/** Puts parts into a folder, each as a file. */
export async function folderSink(folder: string): Promise<BackupSink> {
  await mkdir(folder);
  const folders = new Set([folder]);
  const write = async <T>(stored: string, body: (file: Awaited<ReturnType<typeof open>>) => Promise<T>) => {
    const path = join(folder, stored);
    await mkdir(dirname(path), { recursive: true });
    folders.add(dirname(path));
    const file = await open(path, 'wx');
    try {
      const result = await body(file);
      await file.sync();
      return result;
    } finally {
      await file.close();
    }
  };
  return {
    add: async (stored, from) => {
      const { size } = await stat(from);
      return write(stored, (file) => copyBytes({ file: from, start: 0, bytes: size }, file));
    },
    addText: (stored, text) => write(stored, (file) => file.writeFile(text)),
    close: async () => {
      for (const made of folders) await syncFolder(made);
    },
  };
}
