import { open } from 'node:fs/promises';
import { BestfitError } from '../../../base/errors/index.ts';
import type { JsonFile } from './check-file.ts';
import { JsonCursor } from './json-cursor.ts';
import { TextFeed } from './text-feed.ts';
import { type MetList, walkLists } from './walk-lists.ts';

/** How the records stand in a file. */
export type JsonLayout =
  /** One on each line. */
  | { readonly kind: 'lines' }
  /** One after the other without a list around them; a single one too. */
  | { readonly kind: 'records' }
  /** In lists with a name each (`results`, `data.items`); a list that is all there is has the name ''. */
  | { readonly kind: 'lists'; readonly names: readonly string[] };

const START = 1 << 20;
const RECORD = 123;

/** Finds the records of a JSON file by its content. */
export async function findLayout(file: JsonFile): Promise<JsonLayout> {
  const start = await startOf(file);
  if (start.startsWith('[')) return { kind: 'lists', names: [''] };
  if (start.startsWith('{') && hasRecordOnFirstLine(start)) return { kind: 'lines' };
  const feed = await TextFeed.open(file);
  try {
    return await layoutOf(file.path, feed);
  } finally {
    await feed.close();
  }
}

/** The first record ends on the line where it begins, and others stand below. */
function hasRecordOnFirstLine(start: string): boolean {
  const cursor = new JsonCursor();
  cursor.reset(start);
  try {
    cursor.skip();
  } catch {
    return false;
  }
  return !start.slice(0, cursor.at).includes('\n') && cursor.peek() === RECORD;
}

async function layoutOf(file: string, feed: TextFeed): Promise<JsonLayout> {
  if ((await feed.peek()) !== RECORD) throw new BestfitError('input.json-no-records', { file });
  const lists: MetList[] = [];
  await walkLists(feed, (list) => {
    lists.push(list);
    return false;
  });
  const next = await feed.peek();
  if (next === RECORD) return { kind: 'records' };
  if (next !== 0) feed.refuse('more text follows after the end');
  const names = lists.filter(({ holds }) => holds === 'records').map(({ name }) => name);
  if (names.length > 0) return { kind: 'lists', names: [...new Set(names)] };
  if (lists.length > 0 && lists.every(({ holds }) => holds === 'nothing'))
    throw new BestfitError('input.no-rows', { file, columns: 0 });
  return { kind: 'records' };
}

async function startOf({ path, encoding }: JsonFile): Promise<string> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(START), 0, START, 0);
    return new TextDecoder(encoding).decode(buffer.subarray(0, bytesRead)).trimStart();
  } finally {
    await file.close();
  }
}
