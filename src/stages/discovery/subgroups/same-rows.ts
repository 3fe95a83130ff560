import type { Ground } from './lay-out.ts';
import type { Counted } from './top-list.ts';

/** Tells conjunctions of the same rows. */
export function createSameRows({ selectors, words }: Ground): (a: Counted, b: Counted) => boolean {
  const partsOf = ({ ranks }: Counted): readonly Int32Array[] => ranks.map((rank) => selectors[rank]!.rows());
  return (a, b) => {
    if (a.inside.cover !== b.inside.cover || a.inside.sum !== b.inside.sum) return false;
    const [left, right] = [partsOf(a), partsOf(b)];
    for (let w = 0; w < words; w++) if (wordOf(left, w) !== wordOf(right, w)) return false;
    return true;
  };
}

function wordOf(parts: readonly Int32Array[], w: number): number {
  let word = -1;
  for (const part of parts) word &= part[w]!;
  return word;
}
