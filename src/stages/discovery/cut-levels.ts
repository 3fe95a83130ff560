/** A bin of an ordered column: its smallest and largest value. */
export interface Bin {
  readonly low: number;
  readonly high: number;
}

/** Values that are levels by themselves, at most. */
const EXACT = 20;

/**
 * Bins over the known values: each value its own bin when there are at most 20 distinct ones, else bins of nearly
 * equal size, equal values always together (a value too frequent for a bin has one of its own).
 *
 * @param values known values, in any order.
 */
export function cutLevels(values: Float64Array): readonly Bin[] {
  const sorted = values.slice().sort();
  const blocks = blocksOf(sorted);
  if (blocks.length <= EXACT) return blocks.map(({ value }) => ({ low: value, high: value }));
  const bins: Bin[] = [];
  let wanted = binsFor(sorted.length);
  let remaining = sorted.length;
  let size = 0;
  let low = blocks[0]!.value;
  const close = (high: number, next: number): void => {
    bins.push({ low, high });
    remaining -= size;
    wanted = Math.max(1, wanted - 1);
    size = 0;
    low = next;
  };
  blocks.forEach(({ value, count }, b) => {
    const before = size - remaining / wanted;
    if (size > 0 && before + count > -before) close(blocks[b - 1]!.value, value);
    size += count;
    if (size >= remaining / wanted - 1e-9) close(value, blocks[b + 1]?.value ?? value);
  });
  return bins;
}

/** Distinct values with how often they occur. */
function blocksOf(sorted: Float64Array): readonly { readonly value: number; readonly count: number }[] {
  const blocks: { readonly value: number; count: number }[] = [];
  for (const value of sorted) {
    const last = blocks.at(-1);
    if (last?.value === value) last.count++;
    else blocks.push({ value, count: 1 });
  }
  return blocks;
}

/** Ten bins while customers are few, so that windows pay for fewer looks; twenty from 400 on. */
export function binsFor(known: number): number {
  return Math.max(10, Math.min(20, Math.floor(known / 20)));
}

/** Index of the bin that holds a value; -1 when none does. Bins are sorted and disjoint. */
export function binOf(bins: readonly Bin[], value: number): number {
  let low = 0;
  let high = bins.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (value < bins[middle]!.low) high = middle - 1;
    else if (value > bins[middle]!.high) low = middle + 1;
    else return middle;
  }
  return -1;
}
