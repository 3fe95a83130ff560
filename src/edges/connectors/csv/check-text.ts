import { isUtf8 } from 'node:buffer';
import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { BestfitError } from '../../../base/errors/index.ts';
import { looksLike } from '../looks-like.ts';

const CHUNK = 4 << 20;
const NEWLINE = 10;

/**
 * Refuses what is not a text file in UTF-8: missing, empty, binary (says what it looks like) or another encoding
 * (says the first line that is not UTF-8). Reads the file once, front to back, in flat memory.
 */
export async function checkText(path: string): Promise<void> {
  const info = await stat(path).catch(() => null);
  if (!info) throw new BestfitError('input.file-missing', { file: path });
  if (!info.isFile()) throw new BestfitError('input.not-a-file', { file: path });
  const file = await open(path);
  try {
    if (!(await readThrough(path, file))) throw new BestfitError('input.file-empty', { file: path });
  } finally {
    await file.close();
  }
}

async function readThrough(path: string, file: Awaited<ReturnType<typeof open>>): Promise<boolean> {
  const buffer = Buffer.alloc(CHUNK);
  let carried = 0;
  let offset = 0;
  let anyText = false;
  let first = true;
  for (;;) {
    const { bytesRead } = await file.read(buffer, carried, CHUNK - carried, null);
    const chunk = buffer.subarray(0, carried + bytesRead);
    if (first) refuseBinary(path, chunk);
    first = false;
    const whole = bytesRead === 0 ? chunk.length : wholeCharacters(chunk);
    const text = chunk.subarray(0, whole);
    if (text.includes(0)) throw new BestfitError('input.binary', { file: path, looksLike: 'a binary file' });
    if (!isUtf8(text)) {
      throw new BestfitError('input.not-utf8', {
        file: path,
        line: await lineAt(path, offset + faultIn(text)),
      });
    }
    anyText ||= hasText(text);
    if (bytesRead === 0) return anyText;
    offset += whole;
    carried = chunk.length - whole;
    chunk.copyWithin(0, whole);
  }
}

function refuseBinary(path: string, start: Buffer): void {
  const kind = looksLike(start);
  if (kind) throw new BestfitError('input.binary', { file: path, looksLike: kind });
}

/** Length of the chunk without a character that is cut at its end. */
function wholeCharacters(chunk: Buffer): number {
  let at = chunk.length;
  while (at > 0 && chunk.length - at < 4) {
    const byte = chunk[at - 1] ?? 0;
    at -= 1;
    if (byte < 0x80) return chunk.length;
    if (byte >= 0xc0) {
      const size = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return chunk.length - at < size ? at : chunk.length;
    }
  }
  return chunk.length;
}

/** Offset of the first byte that is not UTF-8. */
function faultIn(text: Buffer): number {
  let low = 0;
  let high = text.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    const part = text.subarray(0, middle);
    if (isUtf8(part.subarray(0, wholeCharacters(part)))) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The fault may be the byte before, when a line ends in the middle of a character. */
async function lineAt(path: string, offset: number): Promise<number> {
  let line = 1;
  if (offset === 0) return line;
  for await (const chunk of createReadStream(path, { end: offset - 1 })) {
    for (const byte of chunk as Buffer) if (byte === NEWLINE) line += 1;
  }
  return line;
}

function hasText(text: Buffer): boolean {
  const afterMark = text[0] === 0xef && text[1] === 0xbb && text[2] === 0xbf ? text.subarray(3) : text;
  return afterMark.some((byte) => byte > 32);
}
