import { isUtf8 } from 'node:buffer';
import { open } from 'node:fs/promises';
import { BestfitError } from '../../../base/errors/index.ts';
import { byteOrderMark } from '../byte-order-mark.ts';

const CHUNK = 4 << 20;

/** What a file of bytes is as a text in UTF-8. */
export interface ScannedText {
  /** Something other than blanks. */
  readonly anyText: boolean;
  /** A stretch of the file that is not UTF-8 begins at this byte; null when all of it is. */
  readonly faultAt: number | null;
}

/** Reads a file once, in flat memory. Refuses one with a NUL byte, which no text has. */
export async function scanText(path: string, onRead: (bytes: number) => void): Promise<ScannedText> {
  const file = await open(path);
  try {
    const buffer = Buffer.alloc(CHUNK);
    let anyText = false;
    let faultAt: number | null = null;
    let offset = 0;
    let carried = 0;
    for (;;) {
      const { bytesRead } = await file.read(buffer, carried, CHUNK - carried, null);
      const chunk = buffer.subarray(0, carried + bytesRead);
      const whole = bytesRead === 0 ? chunk.length : wholeCharacters(chunk);
      const text = chunk.subarray(0, whole);
      if (text.includes(0))
        throw new BestfitError('input.binary', { file: path, looksLike: 'a binary file' });
      anyText ||= hasText(text);
      if (faultAt === null && !isUtf8(text)) faultAt = offset + faultIn(text);
      if (bytesRead === 0) return { anyText, faultAt };
      onRead(bytesRead);
      offset += whole;
      carried = chunk.length - whole;
      chunk.copyWithin(0, whole);
    }
  } finally {
    await file.close();
  }
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

/** Offset of the first byte that is not UTF-8, or of the one before. */
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

function hasText(text: Buffer): boolean {
  const mark = byteOrderMark(text);
  return text.subarray(mark?.length ?? 0).some((byte) => byte > 32);
}
