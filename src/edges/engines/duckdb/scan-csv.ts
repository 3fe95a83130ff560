import { open } from 'node:fs/promises';
import type { CsvOptions } from '../../../base/sql/index.ts';

/** What a delimited text file holds, counted apart from the engine that reads it. */
export interface CsvScan {
  /** Records that are not blank, without the header. */
  readonly records: number;
  /** Bytes of the longest record. */
  readonly longest: number;
  /** A line ends inside quotes: not every line is a record. */
  readonly quotedNewlines: boolean;
  /** More than one kind of line end outside quotes. */
  readonly mixedNewlines: boolean;
  /** Offset of a quote that is never closed; null when there is none. */
  readonly openQuoteAt: number | null;
}

const kinds = {
  other: 0,
  delimiter: 1,
  quote: 2,
  space: 3,
  escape: 4,
  lineFeed: 5,
  carriageReturn: 6,
} as const;
const KINDS = 7;
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const SPACE = 32;
const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);
const [START, PLAIN, CLOSED, QUOTED, ESCAPED] = [0, 1, 2, 3, 4] as const;

/**
 * The next state for each state and kind of byte. A quote counts at the start of a cell (spaces may stand before
 * it), a doubled quote stays inside, text after a closing quote is plain.
 */
const transitions = Uint8Array.from(
  [
    [PLAIN, START, QUOTED, START, PLAIN, START, START],
    [PLAIN, START, PLAIN, PLAIN, PLAIN, START, START],
    [PLAIN, START, QUOTED, CLOSED, PLAIN, START, START],
    [QUOTED, QUOTED, CLOSED, QUOTED, ESCAPED, QUOTED, QUOTED],
    [QUOTED, QUOTED, QUOTED, QUOTED, QUOTED, QUOTED, QUOTED],
  ].flat(),
);

const CHUNK = 4 << 20;

/** Reads a delimited text file once, in flat memory, and counts its records. */
export async function scanCsv(path: string, options: CsvOptions): Promise<CsvScan> {
  const scanner = new CsvScanner(options);
  const file = await open(path);
  try {
    const buffer = Buffer.allocUnsafe(CHUNK);
    for (;;) {
      const { bytesRead } = await file.read(buffer, 0, CHUNK, null);
      if (bytesRead === 0) return scanner.end();
      scanner.feed(buffer.subarray(0, bytesRead));
    }
  } finally {
    await file.close();
  }
}

class CsvScanner {
  readonly #kindOf: Uint8Array;
  readonly #quote: string;
  readonly #header: boolean;
  #skip: number;
  #state: number = START;
  #offset = 0;
  #from = 0;
  #quoteAt = 0;
  #records = 0;
  #longest = 0;
  #returnAt = -2;
  #quotedNewlines = false;
  readonly #newlines = { lineFeeds: 0, returns: 0, pairs: 0 };

  constructor(options: CsvOptions) {
    this.#kindOf = kindsOfBytes(options);
    this.#quote = options.quote;
    this.#header = options.header;
    this.#skip = options.skip;
  }

  feed(chunk: Buffer): void {
    const start = this.#start(chunk);
    const unquoted = this.#state < QUOTED && (this.#quote === '' || !chunk.includes(this.#quote, start));
    this.#walk(chunk, unquoted ? this.#passLines(chunk, start) : start);
    this.#offset += chunk.length;
  }

  /** Counts the lines of a chunk without quotes; gives where the last, which goes on, begins. */
  #passLines(chunk: Buffer, start: number): number {
    let from = start;
    let lineFeed = chunk.indexOf(LINE_FEED, start);
    let carriageReturn = chunk.indexOf(CARRIAGE_RETURN, start);
    while (lineFeed !== -1 || carriageReturn !== -1) {
      if (carriageReturn === -1 || (lineFeed !== -1 && lineFeed < carriageReturn)) {
        this.#newline(this.#offset + lineFeed, kinds.lineFeed);
        from = lineFeed + 1;
        lineFeed = chunk.indexOf(LINE_FEED, from);
      } else {
        this.#newline(this.#offset + carriageReturn, kinds.carriageReturn);
        from = carriageReturn + 1;
        carriageReturn = chunk.indexOf(CARRIAGE_RETURN, from);
      }
    }
    if (from > start) this.#state = START;
    return from;
  }

  #walk(chunk: Buffer, from: number): void {
    const kindOf = this.#kindOf;
    let state = this.#state;
    for (let at = from; at < chunk.length; at += 1) {
      const kind = kindOf[chunk[at] as number] as number;
      if (kind >= kinds.lineFeed) {
        if (state < QUOTED) this.#newline(this.#offset + at, kind);
        else this.#quotedNewlines = true;
      } else if (kind === kinds.quote && state === START) this.#quoteAt = this.#offset + at;
      state = transitions[state * KINDS + kind] as number;
    }
    this.#state = state;
  }

  end(): CsvScan {
    const open = this.#state >= QUOTED;
    this.#endRecord(this.#offset);
    const used = Object.values(this.#newlines).filter((count) => count > 0);
    return {
      records: Math.max(0, this.#records - (this.#header ? 1 : 0)),
      longest: this.#longest,
      quotedNewlines: this.#quotedNewlines,
      mixedNewlines: used.length > 1,
      openQuoteAt: open ? this.#quoteAt : null,
    };
  }

  /** Passes a byte order mark and the lines to skip. */
  #start(chunk: Buffer): number {
    let at = this.#offset === 0 && chunk.indexOf(BYTE_ORDER_MARK) === 0 ? BYTE_ORDER_MARK.length : 0;
    for (; this.#skip > 0 && at < chunk.length; at += 1) {
      const kind = this.#kindOf[chunk[at] as number];
      const paired =
        kind === kinds.carriageReturn && this.#kindOf[chunk[at + 1] ?? LINE_FEED] === kinds.lineFeed;
      if (kind !== undefined && kind >= kinds.lineFeed && !paired) this.#skip -= 1;
    }
    if (this.#records === 0 && this.#state === START) this.#from = Math.max(this.#from, this.#offset + at);
    return at;
  }

  #newline(offset: number, kind: number): void {
    const paired = kind === kinds.lineFeed && this.#returnAt === offset - 1;
    if (paired) {
      this.#newlines.returns -= 1;
      this.#newlines.pairs += 1;
    } else {
      this.#endRecord(offset);
      if (kind === kinds.lineFeed) this.#newlines.lineFeeds += 1;
      else this.#newlines.returns += 1;
    }
    if (kind === kinds.carriageReturn) this.#returnAt = offset;
    this.#from = offset + 1;
  }

  #endRecord(offset: number): void {
    const length = offset - this.#from;
    if (length <= 0) return;
    this.#records += 1;
    this.#longest = Math.max(this.#longest, length);
  }
}

function kindsOfBytes({ delimiter, quote, escape: escaping }: CsvOptions): Uint8Array {
  const kindOf = new Uint8Array(256);
  kindOf[SPACE] = kinds.space;
  kindOf[LINE_FEED] = kinds.lineFeed;
  kindOf[CARRIAGE_RETURN] = kinds.carriageReturn;
  if (escaping !== '' && escaping !== quote) kindOf[escaping.charCodeAt(0)] = kinds.escape;
  if (quote !== '') kindOf[quote.charCodeAt(0)] = kinds.quote;
  kindOf[delimiter.charCodeAt(0)] = kinds.delimiter;
  return kindOf;
}
