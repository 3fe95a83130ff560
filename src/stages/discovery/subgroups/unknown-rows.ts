import type { Ground } from './lay-out.ts';

/** Rows that at least one selector does not know; null when every selector knows all. */
export function unknownRows({ selectors, words }: Ground): Int32Array | null {
  const incomplete = selectors.filter(({ complete }) => !complete);
  if (incomplete.length === 0) return null;
  const unknown = new Int32Array(words);
  for (const selector of incomplete) {
    const [rows, maybe] = [selector.rows(), selector.maybe()];
    for (let w = 0; w < words; w++) unknown[w]! |= maybe[w]! & ~rows[w]!;
  }
  return unknown;
}
