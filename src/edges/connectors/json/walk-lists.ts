import type { TextFeed } from './text-feed.ts';

const [LIST, RECORD] = [91, 123] as const;
const DEEPEST = 4;

/** A list met in a document, before its first element. */
export interface MetList {
  /** The names on the way to it: `data.items`. */
  readonly name: string;
  readonly holds: 'records' | 'nothing' | 'values';
}

/**
 * Goes through one value of a document, however long, and shows the lists that are reached by names alone. Stops right
 * after the opening bracket of the list for which `enters` says true; gives false when it came to the end.
 */
export async function walkLists(
  feed: TextFeed,
  enters: (list: MetList) => boolean,
  path: readonly string[] = [],
): Promise<boolean> {
  const code = await feed.peek();
  if (code === RECORD && path.length < DEEPEST) return walkMembers(feed, enters, path);
  if (code === LIST) return walkElements(feed, enters, path);
  await feed.step((cursor) => cursor.skip());
  return false;
}

async function walkMembers(
  feed: TextFeed,
  enters: (list: MetList) => boolean,
  path: readonly string[],
): Promise<boolean> {
  feed.cursor.at += 1;
  if (await closes(feed, '}')) return false;
  do {
    const key = await feed.step((cursor) => cursor.key());
    if (await walkLists(feed, enters, [...path, key])) return true;
  } while (await feed.step((cursor) => cursor.another('}')));
  return false;
}

async function walkElements(
  feed: TextFeed,
  enters: (list: MetList) => boolean,
  path: readonly string[],
): Promise<boolean> {
  feed.cursor.at += 1;
  const first = String.fromCharCode(await feed.peek());
  const holds = first === '{' ? 'records' : first === ']' ? 'nothing' : 'values';
  if (enters({ name: path.join('.'), holds })) return true;
  if (await closes(feed, ']')) return false;
  do await feed.step((cursor) => cursor.skip());
  while (await feed.step((cursor) => cursor.another(']')));
  return false;
}

async function closes(feed: TextFeed, end: '}' | ']'): Promise<boolean> {
  await feed.peek();
  return feed.cursor.takes(end);
}
