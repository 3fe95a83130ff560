import { createWriteStream } from 'node:fs';
import { basename } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { BestfitError } from '../../../base/errors/index.ts';
import { archiveFailure } from './archive-failure.ts';
import type { Archive } from './types.ts';
import { UnpackMeter } from './unpack-meter.ts';
import { watchBytes } from './watch-bytes.ts';

const MOST_FILES = 10_000;

/** What is wanted of a ZIP archive. */
export interface UnzipRequest {
  /** True for the files to unpack, by their names in the archive. */
  readonly wanted: (name: string) => boolean;
  readonly scratchFile: () => string;
}

/** What a ZIP archive held. */
export interface UnzippedFiles {
  /** In the order of the archive; `name` is the path within it. */
  readonly files: readonly { readonly name: string; readonly path: string }[];
  /** Names of the files that were not wanted. */
  readonly leftOut: readonly string[];
}

/**
 * Unpacks the wanted files of a ZIP archive, one after the other, in streams. Folders and what systems add unseen
 * (`__MACOSX`, names that begin with a dot) are passed over. Refuses an archive that is damaged, encrypted, a bomb,
 * or that holds names which lead out of it.
 */
export async function unzipFiles(archive: Archive, request: UnzipRequest): Promise<UnzippedFiles> {
  const to = request.scratchFile();
  try {
    const zip = await openPromise(archive.path, { autoClose: false, lazyEntries: true });
    try {
      const meter = await UnpackMeter.start(archive.location, zip.fileSize, to);
      return await unzip(zip, { archive, request, meter });
    } finally {
      zip.close();
    }
  } catch (error) {
    throw archiveFailure(error, archive.location, to);
  }
}

interface OpenArchive {
  readonly archive: Archive;
  readonly request: UnzipRequest;
  readonly meter: UnpackMeter;
}

async function unzip(zip: ZipFile, { archive, request, meter }: OpenArchive): Promise<UnzippedFiles> {
  const files: { name: string; path: string }[] = [];
  const leftOut: string[] = [];
  for await (const entry of zip.eachEntry()) {
    const name = entry.fileName;
    if (isUnseen(name)) continue;
    if (!request.wanted(name)) {
      leftOut.push(name);
      continue;
    }
    if (files.length === MOST_FILES)
      throw new BestfitError('input.archive-too-many', { file: archive.location, most: MOST_FILES });
    const path = request.scratchFile();
    await unpack(zip, { archive, entry, meter, path });
    files.push({ name, path });
  }
  return { files, leftOut };
}

interface EntryInTurn {
  readonly archive: Archive;
  readonly entry: Entry;
  readonly meter: UnpackMeter;
  readonly path: string;
}

async function unpack(zip: ZipFile, { archive, entry, meter, path }: EntryInTurn): Promise<void> {
  const file = archive.location;
  if (entry.isEncrypted()) throw new BestfitError('input.archive-encrypted', { file, entry: entry.fileName });
  const chunks = await zip.openReadStreamPromise(entry);
  let read = 0;
  const watch = watchBytes((bytes) => {
    read += bytes;
    meter.count(bytes);
    archive.onUnpack(`${file}/${entry.fileName}`, Math.min(1, read / entry.uncompressedSize));
  });
  await pipeline(chunks, watch, createWriteStream(path));
}

function isUnseen(name: string): boolean {
  return name.endsWith('/') || name.startsWith('__MACOSX/') || basename(name).startsWith('.');
}
