import { createReadStream, createWriteStream } from 'node:fs';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** Copies a file with every line end as \n; lines keep their numbers. */
export async function unifyNewlines(from: string, to: string): Promise<void> {
  let lastWasReturn = false;
  const unify = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      const text = chunk.toString('latin1');
      const joined = lastWasReturn && text.startsWith('\n') ? text.slice(1) : text;
      lastWasReturn = text.endsWith('\r');
      done(null, Buffer.from(joined.replace(/\r\n?/g, '\n'), 'latin1'));
    },
  });
  await pipeline(createReadStream(from, { highWaterMark: 1 << 20 }), unify, createWriteStream(to));
}
