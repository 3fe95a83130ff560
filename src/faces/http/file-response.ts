import { createReadStream } from 'node:fs';
import { rm, stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import type { Download } from '../../app/download-list.ts';

/** Media types of the files that are handed out. */
export const fileTypes = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  parquet: 'application/vnd.apache.parquet',
  json: 'application/x-ndjson',
} as const;

/** Streams a file that was written for this request alone, and deletes it when it was read or left. */
export async function fileResponse(
  { path, name }: Pick<Download, 'path' | 'name'>,
  format: keyof typeof fileTypes,
): Promise<Response> {
  const { size } = await stat(path);
  const file = createReadStream(path);
  file.once('close', () => void rm(path, { force: true }));
  return new Response(Readable.toWeb(file) as ReadableStream, {
    headers: {
      'content-type': fileTypes[format],
      'content-length': String(size),
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'no-store',
    },
  });
}
