import type { ColumnNode, ColumnTree } from './column-tree.ts';
import type { JsonCursor } from './json-cursor.ts';
import { plainNumber } from './plain-number.ts';

const [QUOTE, LIST, RECORD] = [34, 91, 123] as const;

/** The cells of one record: `{"a": {"b": 1}}` fills the column of `a.b`. The cursor stands before it. */
export function readRecord(cursor: JsonCursor, columns: ColumnTree): readonly (string | null)[] {
  const cells: (string | null)[] = [];
  new RecordReader(cursor, columns, cells).members(columns.root, 0);
  return cells;
}

class RecordReader {
  readonly #cursor: JsonCursor;
  readonly #columns: ColumnTree;
  readonly #cells: (string | null)[];

  constructor(cursor: JsonCursor, columns: ColumnTree, cells: (string | null)[]) {
    this.#cursor = cursor;
    this.#columns = columns;
    this.#cells = cells;
  }

  members(node: ColumnNode, depth: number): void {
    const cursor = this.#cursor;
    cursor.tooDeep(depth);
    if (!cursor.takes('{')) cursor.fail('a record is missing');
    if (cursor.takes('}')) return;
    do this.#value(this.#columns.child(node, cursor.key()), depth);
    while (cursor.another('}'));
  }

  #value(node: ColumnNode, depth: number): void {
    const code = this.#cursor.peek();
    if (code === RECORD) this.members(node, depth + 1);
    else this.#columns.set(this.#cells, node, code === LIST ? this.#list(node) : this.#scalar(code));
  }

  #scalar(code: number): string | null {
    if (code === QUOTE) return this.#cursor.string();
    const word = this.#cursor.word();
    if (word === null) return plainNumber(this.#cursor.number());
    return word === 'null' || word === 'NaN' ? null : word;
  }

  /** Plain values are joined; a list of records or lists stays JSON. */
  #list(node: ColumnNode): string | null {
    const cursor = this.#cursor;
    const from = cursor.at;
    cursor.at += 1;
    if (cursor.takes(']')) return null;
    const values: string[] = [];
    let nested = false;
    do {
      const code = cursor.peek();
      if (code === RECORD || code === LIST) {
        nested = true;
        cursor.skip(1);
      } else {
        const value = this.#scalar(code);
        if (value !== null) values.push(value);
      }
    } while (cursor.another(']'));
    return nested ? withoutLayout(cursor.text.slice(from, cursor.at)) : this.#columns.join(node, values);
  }
}

/** JSON on one line. */
function withoutLayout(json: string): string {
  return json.includes('\n') ? json.replace(/("[^"\\]*(?:\\.[^"\\]*)*")|\s+/gs, '$1') : json;
}
