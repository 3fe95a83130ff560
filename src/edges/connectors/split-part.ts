import { stat } from 'node:fs/promises';

/** A path, and the table of the file that the user asks for; null for all. */
export interface PathWithPart {
  readonly path: string;
  readonly part: string | null;
}

/**
 * Takes `book.xlsx#Sheet` apart where there is a file `book.xlsx` and none of the whole name.
 *
 * @example
 * await splitPart('book.xlsx#Deals'); // { path: 'book.xlsx', part: 'Deals' }
 */
export async function splitPart(given: string): Promise<PathWithPart> {
  const marks = [...given.matchAll(/#/g)].map(({ index }) => index);
  const whole = { path: given, part: null };
  if (marks.length === 0 || (await isFile(given))) return whole;
  for (const mark of marks.toReversed()) {
    const path = given.slice(0, mark);
    if (await isFile(path)) return { path, part: given.slice(mark + 1) };
  }
  return whole;
}

async function isFile(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null))?.isFile() === true;
}
