import { column, type SqlRelation, select } from '../../base/sql/index.ts';
import type { TextCount } from '../../stages/dataset/index.ts';
import type { Scratch } from './scratch.ts';

/**
 * Counts the texts of some columns of a small table in one pass, the commonest first and those as common in the order of
 * their bytes, as the engine does. No entry for a column with `most` texts or more.
 */
export async function countTexts(
  { engine }: Scratch,
  from: SqlRelation,
  { columns, most }: { readonly columns: readonly string[]; readonly most: number },
): Promise<ReadonlyMap<string, readonly TextCount[]>> {
  const counts = new Map(columns.map((name) => [name, new Map<string, number>()]));
  const query = select({ columns: columns.map((name) => column(name)), from });
  for await (const rows of engine.stream(query)) {
    for (const [name, texts] of counts) {
      for (const row of rows) {
        const text = row[name];
        if (typeof text === 'string') texts.set(text, (texts.get(text) ?? 0) + 1);
      }
      if (texts.size >= most) counts.delete(name);
    }
  }
  return new Map([...counts].map(([name, texts]) => [name, inOrder(texts)]));
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
