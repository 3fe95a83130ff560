import { isUtf8 } from 'node:buffer';
import { BestfitError } from '../../../base/errors/index.ts';
import type { SourceRow } from '../../../base/sql/index.ts';
import type { JsonFile } from './check-file.ts';
import type { RecordSink } from './document-records.ts';
import { JsonCursor } from './json-cursor.ts';
import { JsonFault } from './json-fault.ts';
import { readRecord } from './read-record.ts';
import { notARecord } from './set-aside.ts';
import { LONGEST_RECORD } from './text-feed.ts';
import { utf8Chunks } from './utf8-chunks.ts';

const LINE_FEED = 10;
const RECORD = 123;
const MARK = '\ufeff';

/** The records of a file with one on each line, a batch for each chunk; a line that is no record is set aside. */
export async function* lineRecords(file: JsonFile, sink: RecordSink): AsyncGenerator<readonly SourceRow[]> {
  const reader = new LineReader(sink);
  let waiting: Buffer[] = [];
  let length = 0;
  for await (const chunk of utf8Chunks(file)) {
    const end = chunk.lastIndexOf(LINE_FEED) + 1;
    waiting.push(chunk.subarray(0, end));
    if (end > 0) {
      yield reader.read(Buffer.concat(waiting));
      waiting = [];
      length = 0;
    }
    waiting.push(chunk.subarray(end));
    length += chunk.length - end;
    if (length > LONGEST_RECORD)
      throw new BestfitError('input.record-too-long', {
        file: file.path,
        line: reader.line,
        millions: LONGEST_RECORD / 1_000_000,
      });
  }
  yield reader.read(Buffer.concat(waiting));
}

class LineReader {
  line = 1;
  readonly #cursor = new JsonCursor();
  readonly #sink: RecordSink;

  constructor(sink: RecordSink) {
    this.#sink = sink;
  }

  /** The rows of whole lines. */
  read(bytes: Buffer): readonly SourceRow[] {
    const rows: SourceRow[] = [];
    const sound = isUtf8(bytes);
    const text = bytes.toString(sound ? 'utf8' : 'latin1');
    for (let at = 0; at < text.length; this.line += 1) {
      const end = text.indexOf('\n', at);
      const line = text.slice(at, end === -1 ? text.length : end);
      const from = at;
      at = end === -1 ? text.length : end + 1;
      const cells = sound ? this.#cells(line) : this.#checked(bytes.subarray(from, from + line.length));
      if (cells !== null) rows.push({ line: this.line, cells });
      if (end === -1) break;
    }
    return rows;
  }

  #checked(bytes: Buffer): readonly (string | null)[] | null {
    const text = bytes.toString();
    if (isUtf8(bytes)) return this.#cells(text);
    this.#sink.aside.add({ line: this.line, reason: 'a character that is not UTF-8', text });
    return null;
  }

  #cells(written: string): readonly (string | null)[] | null {
    const { columns, aside } = this.#sink;
    const cursor = this.#cursor;
    const line = this.line === 1 && written.startsWith(MARK) ? written.slice(1) : written;
    cursor.reset(line);
    const first = cursor.peek();
    if (first === 0) return null;
    const known = columns.size;
    try {
      if (first !== RECORD) {
        cursor.skip();
        if (cursor.peek() !== 0) cursor.fail('more text follows after the end');
        aside.add({ line: this.line, reason: notARecord(first), text: line });
        return null;
      }
      const cells = readRecord(cursor, columns);
      if (cursor.peek() !== 0) cursor.fail('more text follows after the end');
      return cells;
    } catch (error) {
      if (!(error instanceof JsonFault)) throw error;
      columns.forget(known);
      const reason = `no JSON at character ${error.at + 1}: ${error.message}`;
      aside.add({ line: this.line, reason, text: line });
      return null;
    }
  }
}
