import type { Judge } from './judge.ts';
import type { SearchColumn } from './search-column.ts';

/** Working memory of the scans, and what the last one found: a run `first..last` of `order`. */
export interface Scan {
  readonly sums: Float64Array;
  readonly order: Int32Array;
  strength: number;
  first: number;
  last: number;
  /** Scores inside are above (1) or below (-1) what they are outside. */
  sign: number;
}

/** Working memory for columns of at most so many levels. */
export function createScan(levels: number): Scan {
  return {
    sums: new Float64Array(levels + 1),
    order: new Int32Array(levels),
    strength: -1,
    first: 0,
    last: -1,
    sign: 0,
  };
}

/** Scores of the records, real or permuted. */
export interface Scores {
  readonly values: Float64Array;
  /** Sum of their squares. */
  readonly squares: number;
}

/** Scores with the sum of their squares, which every column of a scan needs. */
export function squared(values: Float64Array): Scores {
  let squares = 0;
  for (let i = 0; i < values.length; i++) squares += values[i]! * values[i]!;
  return { values, squares };
}

/**
 * Finds the condition of one column that departs most from chance, for the real scores and for permuted ones alike:
 * one pass over the records, then runs of levels. Strength is -1 when no run covers enough.
 */
export function scanColumn(
  column: SearchColumn,
  { values: scores, squares }: Scores,
  { judge, scan }: { readonly judge: Judge; readonly scan: Scan },
): void {
  const search: ColumnSearch = { column, judge, scan };
  const { codes, slots } = column;
  const sums = scan.sums;
  sums.fill(0, 0, column.counts.length + 1);
  for (let i = 0; i < codes.length; i++) sums[codes[i]!]! += scores[i]!;

  let knownSum = 0;
  for (let l = 1; l <= column.counts.length; l++) knownSum += sums[l]!;
  let knownSquares = squares;
  for (const i of column.unknown) knownSquares -= scores[i]! * scores[i]!;
  judge.open(column.known, knownSum, knownSquares);

  scan.strength = -1;
  scan.order.set(slots);
  if (column.ordered) {
    for (let first = 0; first < slots.length; first++) extend(search, first, 1);
  } else {
    sortByMean(column, scan);
    extend(search, 0, 1);
    if (!column.whole) extend(search, slots.length - 1, -1);
  }
  if (scan.strength >= 0) scan.sign = signOf(column, scan, knownSum);
}

interface ColumnSearch {
  readonly column: SearchColumn;
  readonly judge: Judge;
  readonly scan: Scan;
}

/** Tries all runs that start at one slot and go one way, and keeps the strongest. */
function extend({ column, judge, scan }: ColumnSearch, start: number, step: 1 | -1): void {
  const { counts, known, minCover } = column;
  let sum = 0;
  let cover = 0;
  for (let at = start; at >= 0 && at < column.slots.length; at += step) {
    const level = scan.order[at]!;
    sum += scan.sums[level + 1]!;
    cover += counts[level]!;
    if (cover < minCover) continue;
    if (known - cover < minCover) return;
    const strength = judge.strength(sum, cover, scan.strength);
    if (strength > scan.strength) {
      scan.strength = strength;
      scan.first = Math.min(start, at);
      scan.last = Math.max(start, at);
    }
  }
}

/** Insertion sort of the slots, highest mean score first; few levels, nearly no memory traffic. */
function sortByMean(column: SearchColumn, scan: Scan): void {
  const { order, sums } = scan;
  const mean = (level: number): number => sums[level + 1]! / column.counts[level]!;
  for (let i = 1; i < column.slots.length; i++) {
    const level = order[i]!;
    const value = mean(level);
    let j = i - 1;
    while (j >= 0 && mean(order[j]!) < value) {
      order[j + 1] = order[j]!;
      j--;
    }
    order[j + 1] = level;
  }
}

function signOf(column: SearchColumn, scan: Scan, knownSum: number): number {
  let sum = 0;
  let cover = 0;
  for (let at = scan.first; at <= scan.last; at++) {
    sum += scan.sums[scan.order[at]! + 1]!;
    cover += column.counts[scan.order[at]!]!;
  }
  return sum * column.known >= knownSum * cover ? 1 : -1;
}
