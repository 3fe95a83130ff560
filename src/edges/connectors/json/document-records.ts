import type { SourceRow } from '../../../base/sql/index.ts';
import type { JsonFile } from './check-file.ts';
import type { ColumnTree } from './column-tree.ts';
import type { JsonCursor } from './json-cursor.ts';
import { readRecord } from './read-record.ts';
import { notARecord, type SetAside } from './set-aside.ts';
import { TextFeed } from './text-feed.ts';
import { walkLists } from './walk-lists.ts';

const BATCH = 1000;
const [RECORD, LIST_END] = [123, 93] as const;

/** Where the records go. */
export interface RecordSink {
  readonly columns: ColumnTree;
  readonly aside: SetAside;
}

/**
 * The records of a document in batches, numbered from 1; whatever is no record is set aside.
 *
 * @param list the name of the list that holds them; null when they stand one after the other
 */
export async function* documentRecords(
  file: JsonFile,
  list: string | null,
  sink: RecordSink,
): AsyncGenerator<readonly SourceRow[]> {
  const feed = await TextFeed.open(file);
  try {
    if (list !== null) await walkLists(feed, ({ name }) => name === list);
    let batch: SourceRow[] = [];
    for (let number = 1; await another(feed, list, number); number += 1) {
      const cells = await feed.step((cursor) => readElement(cursor, sink, number));
      if (cells !== null) batch.push({ line: number, cells });
      if (batch.length < BATCH) continue;
      yield batch;
      batch = [];
    }
    yield batch;
    if (list === '' && (await feed.peek()) !== 0) feed.refuse('more text follows after the end');
  } finally {
    await feed.close();
  }
}

async function another(feed: TextFeed, list: string | null, number: number): Promise<boolean> {
  if (list === null) return (await feed.peek()) !== 0;
  if (number > 1) return feed.step((cursor) => cursor.another(']'));
  if ((await feed.peek()) !== LIST_END) return true;
  feed.cursor.at += 1;
  return false;
}

function readElement(
  cursor: JsonCursor,
  { columns, aside }: RecordSink,
  number: number,
): readonly (string | null)[] | null {
  const first = cursor.peek();
  if (first === RECORD) return readRecord(cursor, columns);
  const from = cursor.at;
  cursor.skip();
  aside.add({ line: number, reason: notARecord(first), text: cursor.text.slice(from, cursor.at) });
  return null;
}
