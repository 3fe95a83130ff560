import { open } from 'node:fs/promises';
import type { CsvOptions } from '../../../base/sql/index.ts';
import { SpreadSample } from './spread-sample.ts';

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
  /** A line is empty. */
  readonly blankLines: boolean;
  /** Offset of a quote that is never closed; null when there is none. */
  readonly openQuoteAt: number | null;
  /** Bytes of records from all over the file, in their order: all of a small one, else some 10,000 to 20,000. */
  readonly sample: readonly Buffer[];
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
const LONGEST_SAMPLED = 1 << 16;

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

/** Finds one byte of a chunk again and again, each part of the chunk being searched once. */
class NextByte {
  readonly #chunk: Buffer;
  readonly #byte: number | null;
  #at = -1;

  constructor(chunk: Buffer, byte: number | null) {
    this.#chunk = chunk;
    this.#byte = byte;
  }

  /** Its first place from here on, which never goes back; infinity when there is none. */
  from(start: number): number {
    if (this.#at >= start) return this.#at;
    const found = this.#byte === null ? -1 : this.#chunk.indexOf(this.#byte, start);
    this.#at = found === -1 ? Number.POSITIVE_INFINITY : found;
    return this.#at;
  }
}

interface Marks {
  readonly quotes: NextByte;
  readonly lineFeeds: NextByte;
  readonly returns: NextByte;
}

class CsvScanner {
  readonly #kindOf: Uint8Array;
  readonly #quote: number | null;
  readonly #escape: number | null;
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
  #blankLines = false;
  readonly #newlines = { lineFeeds: 0, returns: 0, pairs: 0 };
  readonly #sample = new SpreadSample();
  #chunk: Buffer = Buffer.alloc(0);

  constructor(options: CsvOptions) {
    this.#kindOf = kindsOfBytes(options);
    this.#quote = options.quote === '' ? null : options.quote.charCodeAt(0);
    const { escape: escaping } = options;
    this.#escape = escaping === '' || escaping === options.quote ? null : escaping.charCodeAt(0);
    this.#header = options.header;
    this.#skip = options.skip;
  }

  /** Goes from quote to quote and from line end to line end; what stands between is not looked at. */
  feed(chunk: Buffer): void {
    this.#chunk = chunk;
    const marks = {
      quotes: new NextByte(chunk, this.#quote),
      lineFeeds: new NextByte(chunk, LINE_FEED),
      returns: new NextByte(chunk, CARRIAGE_RETURN),
    };
    let at = this.#start(chunk);
    while (at < chunk.length) {
      if (this.#state >= QUOTED) {
        at = this.#escape === null ? this.#passQuoted(chunk, at, marks) : this.#walkQuoted(chunk, at);
        continue;
      }
      const quote = Math.min(marks.quotes.from(at), chunk.length);
      this.#state = this.#stateAt(chunk, this.#passLines(at, quote, marks), quote);
      if (quote < chunk.length) this.#step(chunk, quote);
      at = quote + 1;
    }
    this.#offset += chunk.length;
  }

  #step(chunk: Buffer, at: number): void {
    const kind = this.#kindOf[chunk[at] as number] as number;
    if (kind === kinds.quote && this.#state === START) this.#quoteAt = this.#offset + at;
    this.#state = transitions[this.#state * KINDS + kind] as number;
  }

  /** Counts the lines that end before `until`; gives where the next begins. */
  #passLines(from: number, until: number, { lineFeeds, returns }: Marks): number {
    for (let at = from; ; this.#state = START) {
      const lineFeed = lineFeeds.from(at);
      const next = Math.min(lineFeed, returns.from(at));
      if (next >= until) return at;
      this.#newline(this.#offset + next, next === lineFeed ? kinds.lineFeed : kinds.carriageReturn);
      at = next + 1;
    }
  }

  /** The state at `to` when neither a quote nor a line end stands from `from` on: spaces change nothing. */
  #stateAt(chunk: Buffer, from: number, to: number): number {
    const kindBefore = (at: number) => this.#kindOf[chunk[at - 1] as number];
    let at = to;
    while (at > from && kindBefore(at) === kinds.space) at -= 1;
    if (at === from) return this.#state;
    return kindBefore(at) === kinds.delimiter ? START : PLAIN;
  }

  /** Passes what stands inside quotes where a quote inside is doubled. */
  #passQuoted(chunk: Buffer, from: number, { quotes, lineFeeds, returns }: Marks): number {
    const quote = Math.min(quotes.from(from), chunk.length);
    if (lineFeeds.from(from) < quote || returns.from(from) < quote) this.#quotedNewlines = true;
    if (quote < chunk.length) this.#step(chunk, quote);
    return quote + 1;
  }

  /** The same where a mark of its own stands before a quote inside. */
  #walkQuoted(chunk: Buffer, from: number): number {
    let at = from;
    for (; at < chunk.length && this.#state >= QUOTED; at += 1) {
      if ((this.#kindOf[chunk[at] as number] as number) >= kinds.lineFeed) this.#quotedNewlines = true;
      this.#step(chunk, at);
    }
    return at;
  }

  end(): CsvScan {
    const open = this.#state >= QUOTED;
    if (this.#offset > this.#from) this.#endRecord(this.#offset);
    const used = Object.values(this.#newlines).filter((count) => count > 0);
    return {
      records: Math.max(0, this.#records - (this.#header ? 1 : 0)),
      longest: this.#longest,
      quotedNewlines: this.#quotedNewlines,
      mixedNewlines: used.length > 1,
      blankLines: this.#blankLines,
      openQuoteAt: open ? this.#quoteAt : null,
      sample: this.#sample.items,
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
    if (at > 0) this.#from = this.#offset + at;
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

  /** The bytes of a record that lies within the chunk and is no giant; null for the others. */
  #copy(from: number, to: number): Buffer | null {
    if (from < this.#offset || to - from > LONGEST_SAMPLED) return null;
    return Buffer.from(this.#chunk.subarray(from - this.#offset, to - this.#offset));
  }

  #endRecord(offset: number): void {
    const length = offset - this.#from;
    if (length <= 0) {
      this.#blankLines = true;
      return;
    }
    this.#records += 1;
    this.#longest = Math.max(this.#longest, length);
    if (this.#records === 1 && this.#header) return;
    if (this.#sample.takesNext()) this.#sample.take(this.#copy(this.#from, offset));
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
