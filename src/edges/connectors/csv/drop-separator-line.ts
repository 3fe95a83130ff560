import { createReadStream, createWriteStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';

const LONGEST = 16;

/** A text whose first line says how its cells are separated, as Excel writes it, and that text without the line. */
export interface SeparatorLine {
  readonly delimiter: string;
  /** The same text with an empty first line: lines keep their numbers. */
  readonly path: string;
}

/** Takes out a first line `sep=;`; null when there is none. */
export async function dropSeparatorLine(
  path: string,
  scratchFile: () => string,
): Promise<SeparatorLine | null> {
  const [line, delimiter] = /^\ufeff?sep=([^\r\n])(?=\r|\n)/i.exec(await startOf(path)) ?? [];
  if (line === undefined || delimiter === undefined) return null;
  const to = scratchFile();
  await pipeline(createReadStream(path, { start: Buffer.byteLength(line) }), createWriteStream(to));
  return { delimiter, path: to };
}

async function startOf(path: string): Promise<string> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(LONGEST), 0, LONGEST, 0);
    return buffer.toString('utf8', 0, bytesRead);
  } finally {
    await file.close();
  }
}
