import { createReadStream } from 'node:fs';
import type { JsonFile } from './check-file.ts';

/** The bytes of a text, piece after piece; what is UTF-16 comes as UTF-8, without its byte order mark. */
export async function* utf8Chunks({ path, encoding }: JsonFile): AsyncGenerator<Buffer> {
  const chunks: AsyncIterable<Buffer> = createReadStream(path, { highWaterMark: 1 << 20 });
  if (encoding === 'utf-8') {
    yield* chunks;
    return;
  }
  const decoder = new TextDecoder(encoding);
  for await (const chunk of chunks) yield Buffer.from(decoder.decode(chunk, { stream: true }));
  yield Buffer.from(decoder.decode());
}
