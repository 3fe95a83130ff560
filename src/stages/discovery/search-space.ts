import type { SearchColumn } from './search-column.ts';

/**
 * Number of conditions that a column's search chooses among; 0 when none covers, and leaves out, enough records.
 * Groups count every subset of the levels (a group and its complement once), because cutting the sorted levels finds
 * the best of them all.
 */
export function searchSpace(column: SearchColumn): number {
  return column.ordered ? windows(column) : groups(column);
}

function windows({ slots, counts, known, minCover }: SearchColumn): number {
  let found = 0;
  for (let first = 0; first < slots.length; first++) {
    let cover = 0;
    for (let last = first; last < slots.length; last++) {
      cover += counts[slots[last]!]!;
      if (cover >= minCover && known - cover >= minCover) found++;
    }
  }
  return found;
}

function groups({ slots, counts, known, minCover, whole }: SearchColumn): number {
  const sizes = Array.from(slots, (level) => counts[level]!).sort((a, b) => a - b);
  const fits = (cover: number): boolean => cover >= minCover && known - cover >= minCover;
  let cover = 0;
  const together = sizes.some((size) => {
    cover += size;
    return fits(cover);
  });
  if (!together && !sizes.some(fits)) return 0;
  return whole ? 2 ** (slots.length - 1) - 1 : 2 ** slots.length - 1;
}
