import { closeSync, openSync, writeSync } from 'node:fs';

const BUFFERED = 1 << 18;

/** A text file of comma-separated cells being written, in flat memory. */
export class CsvFile {
  readonly #file: number;
  #lines: string[] = [];
  #size = 0;

  constructor(path: string) {
    this.#file = openSync(path, 'w');
  }

  write(cells: readonly string[]): void {
    const line = cells.map(quoted).join(',');
    this.#lines.push(line);
    this.#size += line.length;
    if (this.#size > BUFFERED) this.#flush();
  }

  close(): void {
    try {
      this.#flush();
    } finally {
      closeSync(this.#file);
    }
  }

  #flush(): void {
    if (this.#lines.length === 0) return;
    const bytes = Buffer.from(`${this.#lines.join('\n')}\n`);
    let at = 0;
    while (at < bytes.length) at += writeSync(this.#file, bytes, at);
    this.#lines = [];
    this.#size = 0;
  }
}

function quoted(text: string): string {
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
