import type { Cell, SqlSelect } from '../../base/sql/index.ts';
import type { TextCount } from '../../stages/dataset/index.ts';
import type { Scratch } from './scratch.ts';

/** Rows up to which texts are counted here: a query for each column takes longer. */
export const SMALL = 2_000;

/**
 * Counts the texts of each column of a small result in one pass, the commonest first and those as common in the order of
 * their bytes, as the engine does; of lists their elements. No entry for a column with `most` texts or more.
 */
export async function countTexts(
  { engine }: Scratch,
  query: SqlSelect,
  most = Number.POSITIVE_INFINITY,
): Promise<ReadonlyMap<string, readonly TextCount[]>> {
  const counts = new Map(query.columns.map(({ as }) => [as, new Map<string, number>()]));
  for await (const rows of engine.stream(query)) {
    for (const [name, texts] of counts) {
      for (const row of rows) countCell(texts, row[name] ?? null);
      if (texts.size >= most) counts.delete(name);
    }
  }
  return new Map([...counts].map(([name, texts]) => [name, inOrder(texts)]));
}

function countCell(texts: Map<string, number>, cell: Cell): void {
  if (cell === null) return;
  for (const text of Array.isArray(cell) ? cell : [String(cell)]) texts.set(text, (texts.get(text) ?? 0) + 1);
}

function inOrder(texts: ReadonlyMap<string, number>): readonly TextCount[] {
  const isBefore = [...texts.keys()].some((text) => SURROGATE.test(text)) ? byBytes : byUnits;
  return [...texts]
    .map(([value, count]) => ({ value, count }))
    .sort((one, two) => two.count - one.count || isBefore(one.value, two.value));
}

/** Beyond these the order of UTF-16 units is that of the bytes in UTF-8. */
const SURROGATE = /[\ud800-\udfff]/;

function byUnits(one: string, two: string): number {
  if (one === two) return 0;
  return one < two ? -1 : 1;
}

function byBytes(one: string, two: string): number {
  return Buffer.compare(Buffer.from(one), Buffer.from(two));
}
