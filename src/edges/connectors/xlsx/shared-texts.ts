import { closeSync, openSync, readSync, rmSync, writeSync } from 'node:fs';

const BLOCK = 1 << 20;
const IN_MEMORY = 64;
const WINDOW = 1 << 16;
const REMEMBERED = 4096;

/**
 * The texts that the cells of a workbook share, by number: 64 MiB of them in memory, the others in a scratch file.
 * Rows name them mostly in the order in which they were written, so reading one brings its neighbours along.
 */
export class SharedTexts {
  readonly #path: string;
  readonly #blocks: Buffer[] = [];
  #starts = new Float64Array(1024);
  #count = 0;
  #bytes = 0;
  #block = Buffer.alloc(BLOCK);
  #used = 0;
  #file: number | null = null;
  #window = { from: 0, bytes: Buffer.alloc(0) };
  readonly #recent = new Map<number, string>();

  /** Nothing is written at `path` before there are more texts than fit in memory. */
  constructor(path: string) {
    this.#path = path;
  }

  get count(): number {
    return this.#count;
  }

  add(text: string): void {
    if (this.#count + 1 >= this.#starts.length) {
      const longer = new Float64Array(this.#starts.length * 2);
      longer.set(this.#starts);
      this.#starts = longer;
    }
    this.#append(Buffer.from(text));
    this.#count += 1;
    this.#starts[this.#count] = this.#bytes;
  }

  /** Null when there is no such text. */
  get(index: number): string | null {
    if (!Number.isInteger(index) || index < 0 || index >= this.#count) return null;
    const recent = this.#recent.get(index);
    if (recent !== undefined) return recent;
    const text = this.#read(this.#starts[index] as number, this.#starts[index + 1] as number);
    if (this.#recent.size >= REMEMBERED) this.#recent.clear();
    this.#recent.set(index, text);
    return text;
  }

  close(): void {
    if (this.#file === null) return;
    closeSync(this.#file);
    rmSync(this.#path, { force: true });
    this.#file = null;
  }

  #append(bytes: Buffer): void {
    let from = 0;
    while (from < bytes.length) {
      const size = Math.min(BLOCK - this.#used, bytes.length - from);
      bytes.copy(this.#block, this.#used, from, from + size);
      from += size;
      this.#used += size;
      this.#bytes += size;
      if (this.#used === BLOCK) this.#nextBlock();
    }
  }

  #nextBlock(): void {
    if (this.#blocks.length < IN_MEMORY) {
      this.#blocks.push(this.#block);
      this.#block = Buffer.alloc(BLOCK);
    } else {
      this.#file ??= openSync(this.#path, 'w+');
      writeSync(this.#file, this.#block, 0, BLOCK, this.#bytes - BLOCK - IN_MEMORY * BLOCK);
    }
    this.#used = 0;
  }

  #read(from: number, to: number): string {
    const block = Math.floor(from / BLOCK);
    const resident = this.#resident(block);
    if (resident !== null && to <= (block + 1) * BLOCK) {
      return resident.toString('utf8', from - block * BLOCK, to - block * BLOCK);
    }
    const { from: start, bytes } = this.#window;
    if (from < start || to > start + bytes.length) this.#fill(from, Math.max(to - from, WINDOW));
    const at = from - this.#window.from;
    return this.#window.bytes.toString('utf8', at, at + to - from);
  }

  /** A block in memory: one of the first, or the last, which is not full. */
  #resident(block: number): Buffer | null {
    if (block * BLOCK === this.#bytes - this.#used) return this.#block;
    return this.#blocks[block] ?? null;
  }

  #fill(from: number, size: number): void {
    const bytes = Buffer.alloc(Math.min(size, this.#bytes - from));
    let at = 0;
    while (at < bytes.length) {
      const block = Math.floor((from + at) / BLOCK);
      const inside = from + at - block * BLOCK;
      const length = Math.min(BLOCK - inside, bytes.length - at);
      const resident = this.#resident(block);
      if (resident !== null) resident.copy(bytes, at, inside, inside + length);
      else readSync(this.#file as number, bytes, at, length, from + at - IN_MEMORY * BLOCK);
      at += length;
    }
    this.#window = { from, bytes };
  }
}
