import { createReadStream, createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { BestfitError } from '../../../base/errors/index.ts';
import { decodeWindows1252 } from './decode-windows-1252.ts';

/** A file to write anew in UTF-8. */
export interface TranscodeRequest {
  readonly path: string;
  /** As the Encoding Standard names it. */
  readonly encoding: string;
  readonly to: string;
  readonly onRead: (bytes: number) => void;
}

/** A file that was written anew in UTF-8. */
export interface Transcoded {
  readonly anyText: boolean;
  /** Characters that the encoding does not have: each became the sign for that. */
  readonly unread: number;
}

/**
 * Writes a text anew in UTF-8, in a stream, without its byte order mark; lines keep their numbers. Refuses what turns
 * out to have NUL characters.
 */
export async function transcode({ path, encoding, to, onRead }: TranscodeRequest): Promise<Transcoded> {
  const decode = decoderOf(encoding);
  const found = { anyText: false, unread: 0 };
  const check = (text: string) => {
    if (text.includes('\0'))
      throw new BestfitError('input.binary', { file: path, looksLike: 'a binary file' });
    found.anyText ||= /\S/.test(text);
    found.unread += text.split('\ufffd').length - 1;
    return Buffer.from(text, 'utf8');
  };
  await pipeline(
    createReadStream(path, { highWaterMark: 1 << 20 }),
    async function* (chunks: AsyncIterable<Buffer>) {
      for await (const chunk of chunks) {
        onRead(chunk.length);
        yield check(decode(chunk));
      }
      yield check(decode(null));
    },
    createWriteStream(to),
  );
  return found;
}

/** Reads chunk after chunk; null ends the text. */
function decoderOf(encoding: string): (chunk: Buffer | null) => string {
  if (encoding === 'windows-1252') return (chunk) => (chunk === null ? '' : decodeWindows1252(chunk));
  const decoder = new TextDecoder(encoding);
  return (chunk) => (chunk === null ? decoder.decode() : decoder.decode(chunk, { stream: true }));
}
