import type { SubgroupTarget } from './types.ts';

/** The target in the order of the search: the largest first. */
export interface Target {
  /** Rows with a known target. */
  readonly size: number;
  /** Places for bits; a label begins its zeros at a word of their own, so some stay empty. */
  readonly slots: number;
  /** Place of each row; -1 when its target is not known. */
  readonly slotOf: Int32Array;
  /** Value of each place; null for a label. */
  readonly values: Float64Array | null;
  /** Places below this hold label 1; 0 for a value. */
  readonly positives: number;
  /** Rows with a known target, and those with label 1, in the order in which they came. */
  readonly taken: Int32Array;
  readonly ones: Int32Array;
}

/** Orders the rows by their target. */
export function takeTarget(target: SubgroupTarget): Target {
  return target.kind === 'label' ? takeLabel(target.label) : takeValues(target.values);
}

function takeLabel(label: Uint8Array): Target {
  const size = label.length;
  const taken = noRows(size);
  const ones = noRows(size);
  let positives = 0;
  for (let row = 0; row < size; row++) {
    taken[row >>> 5]! |= 1 << (row & 31);
    ones[row >>> 5]! |= label[row]! << (row & 31);
    positives += label[row]!;
  }
  let one = 0;
  let zero = ((positives + 31) >>> 5) << 5;
  const slotOf = new Int32Array(size);
  for (let row = 0; row < size; row++) slotOf[row] = label[row] === 1 ? one++ : zero++;
  return { size, slots: zero, slotOf, values: null, positives, taken, ones };
}

function takeValues(values: Float64Array): Target {
  const rising = values.filter((value) => !Number.isNaN(value)).sort();
  const size = rising.length;
  const placed = new Int32Array(size);
  const slotOf = new Int32Array(values.length).fill(-1);
  const taken = noRows(values.length);
  for (let row = 0; row < values.length; row++) {
    if (Number.isNaN(values[row]!)) continue;
    const first = firstAt(rising, values[row]!);
    slotOf[row] = size - 1 - first - placed[first]!++;
    taken[row >>> 5]! |= 1 << (row & 31);
  }
  const ones = noRows(values.length);
  return { size, slots: size, slotOf, values: rising.reverse(), positives: 0, taken, ones };
}

function noRows(rows: number): Int32Array {
  return new Int32Array((rows + 31) >>> 5);
}

/** Index of the first element that is not below a value. */
function firstAt(rising: Float64Array, value: number): number {
  let low = 0;
  let high = rising.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (rising[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
