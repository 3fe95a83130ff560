import type { FileHandle } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { crc32, createDeflateRaw } from 'node:zlib';

const LOCAL_HEAD = 'PK\x03\x04';
const DIRECTORY_HEAD = 'PK\x01\x02';
const END_HEAD = 'PK\x05\x06';
const VERSION = 20;
const UTF8_NAMES = 0x0800;
const DEFLATE = 8;
/** The first of January 1980, so that the same content gives the same file. */
const NO_DATE = 0x0021;
const LARGEST = 0xffff_ffff;

interface Entry {
  readonly name: Buffer;
  readonly offset: number;
  crc: number;
  packed: number;
  size: number;
}

/** An archive that would need more than the plain ZIP format can say: a part or all of it of 4 GiB. */
export class ZipTooLarge extends Error {}

/**
 * Writes a ZIP archive into an open file, part by part, in flat memory. Sizes are written back into each part's
 * head, so that every program reads it, also those that cannot read a stream.
 */
export class ZipFile {
  readonly #file: FileHandle;
  readonly #entries: Entry[] = [];
  #at = 0;

  constructor(file: FileHandle) {
    this.#file = file;
  }

  /** Adds a part from pieces of text. */
  async add(name: string, pieces: Iterable<string> | AsyncIterable<string>): Promise<void> {
    const entry: Entry = { name: Buffer.from(name), offset: this.#at, crc: 0, packed: 0, size: 0 };
    await this.#write(localHead(entry));
    await pipeline(Readable.from(measured(pieces, entry)), createDeflateRaw({ level: 4 }), async (packed) => {
      for await (const chunk of packed as AsyncIterable<Buffer>) {
        entry.packed += chunk.length;
        await this.#write(chunk);
      }
    });
    if (Math.max(entry.size, entry.packed, this.#at) > LARGEST) throw new ZipTooLarge(name);
    const head = localHead(entry);
    await this.#file.write(head, 0, head.length, entry.offset);
    this.#entries.push(entry);
  }

  /** Ends the archive with its directory. */
  async end(): Promise<void> {
    const from = this.#at;
    for (const entry of this.#entries) await this.#write(directoryEntry(entry));
    const end = Buffer.alloc(22);
    end.write(END_HEAD);
    end.writeUInt16LE(this.#entries.length, 8);
    end.writeUInt16LE(this.#entries.length, 10);
    end.writeUInt32LE(this.#at - from, 12);
    end.writeUInt32LE(from, 16);
    await this.#write(end);
  }

  async #write(bytes: Buffer): Promise<void> {
    let from = 0;
    while (from < bytes.length) {
      const { bytesWritten } = await this.#file.write(bytes, from, bytes.length - from, this.#at);
      from += bytesWritten;
      this.#at += bytesWritten;
    }
  }
}

async function* measured(
  pieces: Iterable<string> | AsyncIterable<string>,
  entry: Entry,
): AsyncIterable<Buffer> {
  for await (const piece of pieces) {
    const bytes = Buffer.from(piece);
    entry.crc = crc32(bytes, entry.crc);
    entry.size += bytes.length;
    if (entry.size > LARGEST) throw new ZipTooLarge(String(entry.name));
    yield bytes;
  }
}

function localHead(entry: Entry): Buffer {
  return Buffer.concat([Buffer.from(LOCAL_HEAD), sizesOf(entry), entry.name]);
}

/** What the head of a part and its entry in the directory share: 26 bytes. */
function sizesOf({ name, crc, packed, size }: Entry): Buffer {
  const bytes = Buffer.alloc(26);
  bytes.writeUInt16LE(VERSION, 0);
  bytes.writeUInt16LE(UTF8_NAMES, 2);
  bytes.writeUInt16LE(DEFLATE, 4);
  bytes.writeUInt16LE(NO_DATE, 8);
  bytes.writeUInt32LE(crc, 10);
  bytes.writeUInt32LE(Math.min(packed, LARGEST), 14);
  bytes.writeUInt32LE(Math.min(size, LARGEST), 18);
  bytes.writeUInt16LE(name.length, 22);
  return bytes;
}

function directoryEntry(entry: Entry): Buffer {
  const made = Buffer.alloc(2);
  made.writeUInt16LE(VERSION);
  const place = Buffer.alloc(14);
  place.writeUInt32LE(entry.offset, 10);
  return Buffer.concat([Buffer.from(DIRECTORY_HEAD), made, sizesOf(entry), place, entry.name]);
}
