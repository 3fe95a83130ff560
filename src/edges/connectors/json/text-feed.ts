import { type FileHandle, open } from 'node:fs/promises';
import { TextDecoder } from 'node:util';
import { BestfitError } from '../../../base/errors/index.ts';
import type { JsonFile } from './check-file.ts';
import { JsonCursor } from './json-cursor.ts';
import { JsonFault } from './json-fault.ts';

const CHUNK = 1 << 20;
/** Longest record, in characters: what one cell and its neighbours may hold. */
export const LONGEST_RECORD = 64_000_000;

/** A JSON file as a text that grows as it is read: memory holds one record and a chunk. */
export class TextFeed {
  readonly cursor = new JsonCursor();
  readonly #path: string;
  readonly #file: FileHandle;
  readonly #chunk: number;
  readonly #decoder: TextDecoder;
  /** Lines and characters of the last line that were passed and dropped. */
  #lines = 0;
  #characters = 0;

  /** @param chunk bytes that are read at once */
  static async open(file: JsonFile, chunk = CHUNK): Promise<TextFeed> {
    const feed = new TextFeed(file, await open(file.path), chunk);
    feed.cursor.final = false;
    return feed;
  }

  private constructor({ path, encoding }: JsonFile, file: FileHandle, chunk: number) {
    this.#path = path;
    this.#file = file;
    this.#chunk = chunk;
    this.#decoder = new TextDecoder(encoding, { fatal: encoding === 'utf-8' });
  }

  /** Reads one piece; when the text at hand ends in its middle, more is loaded and the piece is read again. */
  async step<T>(read: (cursor: JsonCursor) => T): Promise<T> {
    for (;;) {
      this.cursor.peek();
      const from = this.cursor.at;
      try {
        return read(this.cursor);
      } catch (error) {
        if (!(error instanceof JsonFault)) throw error;
        if (!error.atEnd || this.cursor.final) throw this.#broken(error);
        this.cursor.at = from;
        await this.#more();
      }
    }
  }

  /** The next character that is no space; `0` at the end of the file. */
  async peek(): Promise<number> {
    for (;;) {
      const code = this.cursor.peek();
      if (code !== 0 || this.cursor.final) return code;
      await this.#more();
    }
  }

  close(): Promise<void> {
    return this.#file.close();
  }

  /** Refuses the file at the place where the cursor stands. */
  refuse(reason: string): never {
    throw this.#broken(new JsonFault(this.cursor.at, reason));
  }

  async #more(): Promise<void> {
    const { cursor } = this;
    this.#drop(cursor.text.slice(0, cursor.at));
    const rest = cursor.text.slice(cursor.at);
    if (rest.length > LONGEST_RECORD) {
      const limits = { file: this.#path, line: this.#lines + 1, millions: LONGEST_RECORD / 1_000_000 };
      throw new BestfitError('input.record-too-long', limits);
    }
    const buffer = Buffer.alloc(Math.max(this.#chunk, rest.length));
    const { bytesRead } = await this.#file.read(buffer, 0, buffer.length, null);
    cursor.reset(rest + this.#decode(buffer.subarray(0, bytesRead), rest));
    cursor.final = bytesRead === 0;
  }

  #drop(text: string): void {
    const last = text.lastIndexOf('\n');
    this.#lines += countLines(text);
    this.#characters = last === -1 ? this.#characters + text.length : text.length - last - 1;
  }

  #decode(bytes: Buffer, before: string): string {
    try {
      return this.#decoder.decode(bytes, { stream: bytes.length > 0 });
    } catch {
      const fault = new TextDecoder().decode(bytes).indexOf('\ufffd');
      const read = new TextDecoder().decode(bytes).slice(0, Math.max(fault, 0));
      const line = this.#lines + countLines(before) + countLines(read) + 1;
      throw new BestfitError('input.not-utf8', { file: this.#path, line });
    }
  }

  #broken({ at, message }: JsonFault): BestfitError {
    const passed = this.cursor.text.slice(0, at);
    const last = passed.lastIndexOf('\n');
    return new BestfitError('input.json-broken', {
      file: this.#path,
      line: this.#lines + countLines(passed) + 1,
      column: (last === -1 ? this.#characters + at : at - last - 1) + 1,
      reason: message,
    });
  }
}

function countLines(text: string): number {
  let lines = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lines += 1;
  return lines;
}
