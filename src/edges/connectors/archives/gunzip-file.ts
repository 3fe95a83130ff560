import { createReadStream, createWriteStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { archiveFailure } from './archive-failure.ts';
import type { Archive } from './types.ts';
import { UnpackMeter } from './unpack-meter.ts';
import { watchBytes } from './watch-bytes.ts';

const CHUNK = 1 << 20;

/** Unpacks a gzip file in a stream. Refuses one that is cut off, damaged or a bomb. */
export async function gunzipFile({ path, location, onUnpack }: Archive, to: string): Promise<void> {
  const { size } = await stat(path);
  const meter = await UnpackMeter.start(location, size, to);
  let read = 0;
  try {
    await pipeline(
      createReadStream(path, { highWaterMark: CHUNK }),
      watchBytes((bytes) => {
        read += bytes;
        onUnpack(location, read / size);
      }),
      createGunzip({ chunkSize: CHUNK }),
      watchBytes((bytes) => meter.count(bytes)),
      createWriteStream(to),
    );
  } catch (error) {
    throw archiveFailure(error, location, to);
  }
}
