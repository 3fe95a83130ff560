import { open, stat } from 'node:fs/promises';
import { copyBytes } from './copy-bytes.ts';
import { tarPadding, writeTarHeader } from './tar-header.ts';
import type { BackupSink } from './types.ts';

/** Puts parts into one tar archive. */
export async function tarSink(path: string): Promise<BackupSink> {
  const file = await open(path, 'wx');
  const pad = (bytes: number) => file.writeFile(Buffer.alloc(tarPadding(bytes)));
  return {
    add: async (stored, from) => {
      const { size } = await stat(from);
      await file.writeFile(writeTarHeader({ name: stored, bytes: size }));
      const copied = await copyBytes({ file: from, start: 0, bytes: size }, file);
      await pad(size);
      return copied;
    },
    addText: async (stored, text) => {
      const content = Buffer.from(text);
      await file.writeFile(writeTarHeader({ name: stored, bytes: content.length }));
      await file.writeFile(content);
      await pad(content.length);
    },
    close: async () => {
      try {
        await file.writeFile(Buffer.alloc(1024));
        await file.sync();
      } finally {
        await file.close();
      }
    },
  };
}
