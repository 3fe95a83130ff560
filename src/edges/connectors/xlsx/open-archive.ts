import { Transform, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { BestfitError } from '../../../base/errors/index.ts';

const MIB = 1 << 20;
const MOST_ENTRIES = 10_000;

/** How much one part of a workbook may unpack to. */
export interface UnpackLimits {
  /** Bytes from which on the ratio counts: a small part may be as repetitive as it likes. */
  readonly free: number;
  /** Unpacked bytes for each packed one. */
  readonly ratio: number;
  readonly most: number;
}

/** Beyond what a full sheet of Excel's own takes, and far below what DEFLATE can reach (1,032 times). */
export const usualLimits: UnpackLimits = { free: 64 * MIB, ratio: 250, most: 16_384 * MIB };

/** Takes a piece of a part; false when it needs no more. */
export type TakeChunk = (chunk: Buffer, share: number) => boolean;

/** The parts of a workbook: a ZIP archive, open. */
export interface Archive {
  readonly file: string;
  /** Has a part of this name, whatever its case. */
  readonly has: (name: string) => boolean;
  /**
   * Streams a part unpacked into `take`, chunk by chunk with the share that is read by then (0 to 1), until it says
   * false; bytes are counted as they come, whatever the archive claims.
   */
  readonly read: (name: string, take: TakeChunk) => Promise<void>;
  readonly close: () => void;
}

/** Opens the archive and reads its directory; refuses what is cut short or damaged. */
export async function openArchive(file: string, limits: UnpackLimits = usualLimits): Promise<Archive> {
  const zip = await openPromise(file, { autoClose: false, decodeStrings: true }).catch(damaged(file));
  try {
    const entries = await readDirectory(zip, file);
    return {
      file,
      has: (name) => entries.has(name.toLowerCase()),
      read: async (name, take) => {
        const entry = entries.get(name.toLowerCase());
        if (entry === undefined) throw damage(file, `its part ${name} is missing`);
        await readEntry({ zip, entry, file, limits }, take);
      },
      close: () => zip.close(),
    };
  } catch (error) {
    zip.close();
    throw error;
  }
}

async function readDirectory(zip: ZipFile, file: string): Promise<ReadonlyMap<string, Entry>> {
  if (zip.entryCount > MOST_ENTRIES) throw damage(file, `it has ${zip.entryCount} parts`);
  const entries = new Map<string, Entry>();
  try {
    for await (const entry of zip.eachEntry()) entries.set(entry.fileName.toLowerCase(), entry);
  } catch (error) {
    throw damage(file, 'its list of parts cannot be read', error);
  }
  return entries;
}

interface OpenEntry {
  readonly zip: ZipFile;
  readonly entry: Entry;
  readonly file: string;
  readonly limits: UnpackLimits;
}

/** Ends a part before its end: enough was read, or the one who takes it failed. */
class Stopped extends Error {}

async function readEntry(open: OpenEntry, take: TakeChunk): Promise<void> {
  let bytes = 0;
  const { zip, entry, file } = open;
  if (entry.isEncrypted()) throw new BestfitError('input.password', { file });
  const sink = new Writable({
    write(chunk: Buffer, _, done) {
      try {
        bytes += chunk.length;
        done(take(chunk, Math.min(1, bytes / entry.uncompressedSize)) ? null : new Stopped());
      } catch (cause) {
        done(new Stopped('failed', { cause }));
      }
    },
  });
  try {
    await pipeline(await zip.openReadStreamPromise(entry), bombGuard(open), sink);
  } catch (error) {
    if (error instanceof BestfitError) throw error;
    if (!(error instanceof Stopped)) throw damage(file, `its part ${entry.fileName} cannot be read`, error);
    if (error.cause !== undefined) throw error.cause;
  }
}

function bombGuard({ entry, file, limits }: OpenEntry): Transform {
  const allowed = Math.min(limits.most, Math.max(limits.free, entry.compressedSize * limits.ratio));
  let bytes = 0;
  return new Transform({
    transform(chunk: Buffer, _, done) {
      bytes += chunk.length;
      if (bytes <= allowed) return done(null, chunk);
      const params = { file, part: entry.fileName, packed: entry.compressedSize, allowed };
      return done(new BestfitError('input.workbook-too-large', params));
    },
  });
}

function damaged(file: string) {
  return (error: unknown): never => {
    throw damage(file, 'it is cut short or no ZIP archive', error);
  };
}

function damage(file: string, why: string, cause?: unknown): BestfitError<'input.workbook-damaged'> {
  return new BestfitError('input.workbook-damaged', { file, why }, { cause });
}
