import { open, stat } from 'node:fs/promises';
import { BestfitError } from '../../../base/errors/index.ts';
import { byteOrderMark } from '../byte-order-mark.ts';
import { encodingLabel } from '../encoding-label.ts';
import { looksLike } from '../looks-like.ts';
import type { FileRequest } from '../types.ts';
import { guessUtf16 } from './guess-utf16.ts';
import { judgeText } from './judge-text.ts';
import { scanText } from './scan-text.ts';
import { transcode } from './transcode.ts';

const START = 1 << 16;

/** A text file as the engine can read it. */
export interface Utf8Text {
  /** The file itself, or what was written anew from it line by line. */
  readonly path: string;
  /** The encoding that the file has, for people: `Windows-1252`. */
  readonly encoding: string;
  /** Some lines are not UTF-8: they are no rows. */
  readonly broken: boolean;
  readonly warnings: readonly string[];
}

type TextRequest = Pick<FileRequest, 'path' | 'encoding' | 'scratchFile' | 'onRead'>;

/**
 * Finds out how a text file is encoded and gives it in UTF-8. What the user named counts; else a byte order mark;
 * else UTF-16 where every second byte is NUL; else UTF-8 where all of it is, or most of what is not plain; else
 * Windows-1252, with a warning. Refuses what is missing, empty or no text.
 */
export async function toUtf8(request: TextRequest): Promise<Utf8Text> {
  const { path } = request;
  const info = await stat(path).catch(() => null);
  if (!info) throw new BestfitError('input.file-missing', { file: path });
  if (!info.isFile()) throw new BestfitError('input.not-a-file', { file: path });
  const start = await startOf(path);
  const marked = byteOrderMark(start)?.encoding ?? null;
  const kind = looksLike(start);
  if (kind && marked === null) throw new BestfitError('input.binary', { file: path, looksLike: kind });
  const onRead = shareOf(info.size, request.onRead);
  const named = request.encoding === null ? null : canonical(request.encoding);
  const encoding = named ?? marked ?? guessUtf16(start);
  if (encoding !== null && encoding !== 'utf-8') {
    const told = encoding.startsWith('utf-16') && marked?.startsWith('utf-16') ? marked : encoding;
    return rewrite({ ...request, onRead }, told, []);
  }
  const scanned = await scanText(path, onRead);
  if (!scanned.anyText) throw new BestfitError('input.file-empty', { file: path });
  const broken = scanned.faultAt !== null;
  const asItIs = { path, encoding: 'UTF-8', broken, warnings: [] };
  if (!broken || encoding === 'utf-8') return asItIs;
  const judged = await judgeText(path);
  if (judged.encoding === 'utf-8') return asItIs;
  const warning = `It is not UTF-8 and was read as Windows-1252: see line ${judged.line}. If accents look wrong there, name its encoding, for example \`--encoding macintosh\`.`;
  return rewrite({ ...request, onRead: () => undefined }, judged.encoding, [warning]);
}

async function rewrite(
  { path, scratchFile, onRead }: TextRequest,
  encoding: string,
  warnings: readonly string[],
): Promise<Utf8Text> {
  const to = scratchFile();
  const { anyText, unread } = await transcode({ path, encoding, to, onRead });
  if (!anyText) throw new BestfitError('input.file-empty', { file: path });
  const label = encodingLabel(encoding);
  const lost =
    unread === 0
      ? []
      : [
          `${unread === 1 ? '1 character is' : `${unread} characters are`} no ${label} and stand as \ufffd: the file may be cut off or of another encoding.`,
        ];
  return { path: to, encoding: label, broken: false, warnings: [...warnings, ...lost] };
}

async function startOf(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(START), 0, START, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** The name that the Encoding Standard has for an encoding. */
function canonical(encoding: string): string {
  try {
    return new TextDecoder(encoding.trim()).encoding;
  } catch {
    const expected = 'a name such as utf-8, windows-1252, utf-16le, macintosh or windows-1251';
    throw new BestfitError('usage.bad-option', { option: '--encoding', value: encoding, expected });
  }
}

function shareOf(size: number, onRead: (done: number) => void): (bytes: number) => void {
  let read = 0;
  return (bytes) => {
    read += bytes;
    onRead(Math.min(1, read / size));
  };
}
