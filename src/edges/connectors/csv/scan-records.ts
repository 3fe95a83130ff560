import { createReadStream } from 'node:fs';
import { Utf8Watch } from './utf8-watch.ts';

const QUOTE_STATES = { start: 0, plain: 1, quoted: 2, afterQuote: 3 } as const;
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const SPACE = 32;

/** How records and cells are told apart. */
export interface RecordMarks {
  readonly delimiter: string;
  readonly quote: string;
  readonly escape: string;
}

/** One record of a delimited text file. */
export interface ScannedRecord {
  /** 1-based line on which it starts; a quoted cell may carry it over several lines. */
  readonly line: number;
  readonly cells: number;
  /** Cells up to the last one that holds something. */
  readonly filled: number;
  /** An empty line. */
  readonly blank: boolean;
  /** Text stands between a closing quote and the next delimiter. */
  readonly brokenQuote: boolean;
  /** It holds bytes that are not UTF-8. */
  readonly brokenText: boolean;
}

/**
 * Walks through the records of a delimited text file with their line numbers, in flat memory. Quotes count only
 * at the start of a cell, as in RFC 4180; `visit` returns false to stop.
 */
export async function scanRecords(
  path: string,
  marks: RecordMarks,
  visit: (record: ScannedRecord) => boolean,
): Promise<void> {
  const scanner = new RecordScanner(marks, visit);
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) {
    if (!scanner.feed(chunk as Buffer)) return;
  }
  scanner.end();
}

class RecordScanner {
  readonly #delimiter: number;
  readonly #quote: number;
  readonly #escape: number;
  readonly #visit: (record: ScannedRecord) => boolean;
  #state: number = QUOTE_STATES.start;
  #offset = 0;
  #line = 1;
  #from = 0;
  #startLine = 1;
  #cells = 1;
  #filled = 0;
  #brokenQuote = false;
  #escaped = false;
  readonly #watch = new Utf8Watch();
  #lastWasReturn = false;

  constructor(marks: RecordMarks, visit: (record: ScannedRecord) => boolean) {
    this.#delimiter = marks.delimiter.charCodeAt(0);
    this.#quote = marks.quote.charCodeAt(0);
    this.#escape = marks.escape.charCodeAt(0);
    this.#visit = visit;
  }

  feed(chunk: Buffer): boolean {
    for (let at = 0; at < chunk.length; at += 1) {
      if (!this.#step(chunk[at] as number)) return false;
      this.#offset += 1;
    }
    return true;
  }

  end(): void {
    this.#watch.end();
    if (this.#offset > this.#from) this.#finish();
  }

  #step(byte: number): boolean {
    this.#watch.step(byte);
    const endOfPair = byte === LINE_FEED && this.#lastWasReturn;
    this.#lastWasReturn = byte === CARRIAGE_RETURN;
    if (endOfPair) {
      if (this.#from === this.#offset) this.#from += 1;
      return true;
    }
    const newline = byte === LINE_FEED || byte === CARRIAGE_RETURN;
    if (newline) this.#line += 1;
    if (this.#state === QUOTE_STATES.quoted) {
      this.#inQuotes(byte);
      return true;
    }
    if (newline) return this.#endRecord();
    this.#outside(byte);
    return true;
  }

  #inQuotes(byte: number): void {
    if (byte !== this.#quote || this.#escaped) this.#filled = this.#cells;
    if (this.#escaped) this.#escaped = false;
    else if (byte === this.#escape && this.#escape !== this.#quote) this.#escaped = true;
    else if (byte === this.#quote) this.#state = QUOTE_STATES.afterQuote;
  }

  #outside(byte: number): void {
    if (byte !== this.#delimiter && byte !== this.#quote) this.#filled = this.#cells;
    if (byte === this.#delimiter) {
      this.#cells += 1;
      this.#state = QUOTE_STATES.start;
    } else if (byte === this.#quote && this.#state === QUOTE_STATES.start) {
      this.#state = QUOTE_STATES.quoted;
    } else if (this.#state === QUOTE_STATES.afterQuote) {
      this.#afterQuote(byte);
    } else if (byte !== SPACE) {
      this.#state = QUOTE_STATES.plain;
    }
  }

  #afterQuote(byte: number): void {
    if (byte === this.#quote && this.#escape === this.#quote) {
      this.#state = QUOTE_STATES.quoted;
      this.#filled = this.#cells;
    } else if (byte !== SPACE) {
      this.#brokenQuote = true;
      this.#state = QUOTE_STATES.plain;
    }
  }

  #endRecord(): boolean {
    const more = this.#finish();
    this.#from = this.#offset + 1;
    this.#startLine = this.#line;
    this.#cells = 1;
    this.#filled = 0;
    this.#brokenQuote = false;
    this.#watch.faults = 0;
    this.#state = QUOTE_STATES.start;
    return more;
  }

  #finish(): boolean {
    return this.#visit({
      line: this.#startLine,
      cells: this.#cells,
      filled: this.#filled,
      blank: this.#offset === this.#from,
      brokenQuote: this.#brokenQuote,
      brokenText: this.#watch.faults > 0,
    });
  }
}
