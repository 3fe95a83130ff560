import type { Answers, Column, FoldedRecords } from './types.ts';

/** What every record answers to one condition, as places among the answers that occur (0 among them). */
interface Codes {
  /** Different values, ascending. */
  readonly levels: Float64Array;
  readonly of: Int32Array;
}

/**
 * Folds records that answer every condition alike into one with a weight, so that the cost of learning follows the
 * number of distinct records.
 *
 * @param outcome 0 or 1 for each record.
 * @example
 * foldRecords([{ values: [1, 1, 0] }], [1, 0, 0]); // two records: weights 2 and 1, positives 1 and 0
 */
export function foldRecords(conditions: readonly Answers[], outcome: ArrayLike<number>): FoldedRecords {
  const coded = conditions.map(({ values }) => encode(values, outcome.length));
  const { of, first } = findDistinct(coded, outcome.length);
  const weights = new Float64Array(first.length);
  const positives = new Float64Array(first.length);
  for (let i = 0; i < of.length; i++) {
    weights[of[i]!]! += 1;
    positives[of[i]!]! += outcome[i]!;
  }
  return { size: first.length, columns: coded.map((codes) => toColumn(codes, first)), weights, positives };
}

/** Numbers the different answers in their order; unknown is 0, as no. */
function encode(values: ArrayLike<number>, size: number): Codes {
  const numbers = new Map<number, number>();
  const met = new Int32Array(size);
  let last = Number.NaN;
  for (let i = 0; i < size; i++) {
    const value = known(values[i]!);
    if (value === last) {
      met[i] = met[i - 1]!;
      continue;
    }
    last = value;
    let number = numbers.get(value);
    if (number === undefined) {
      number = numbers.size;
      numbers.set(value, number);
    }
    met[i] = number;
  }
  const levels = Float64Array.from(numbers.keys()).sort();
  const places = new Int32Array(levels.length);
  levels.forEach((level, place) => {
    places[numbers.get(level)!] = place;
  });
  return { levels, of: met.map((number) => places[number]!) };
}

/** Numbers the distinct records in the order in which they come. */
function findDistinct(coded: readonly Codes[], size: number) {
  const hashes = hashRecords(coded, size);
  const numbers = new Map<number, number>();
  const of = new Int32Array(size);
  const first = new Int32Array(size);
  for (let i = 0; i < size; i++) {
    let number = numbers.get(hashes[i]!);
    // Others with the same hash: those that came after, one number on.
    while (number !== undefined && !areAlike(coded, first[number]!, i)) {
      hashes[i] = hashes[i]! + 1;
      number = numbers.get(hashes[i]!);
    }
    if (number === undefined) {
      number = numbers.size;
      numbers.set(hashes[i]!, number);
      first[number] = i;
    }
    of[i] = number;
  }
  return { of, first: first.slice(0, numbers.size) };
}

/** A whole number below 2^53 for each record, the same for records that answer alike and hardly ever for others. */
function hashRecords(coded: readonly Codes[], size: number): Float64Array {
  const high = new Int32Array(size);
  const low = new Int32Array(size);
  for (const { of } of coded) {
    for (let i = 0; i < size; i++) {
      const code = of[i]! + 1;
      high[i] = Math.imul(high[i]! ^ (high[i]! >>> 15) ^ code, 0x85ebca6b);
      low[i] = Math.imul(low[i]! ^ (low[i]! >>> 13) ^ code, 0xc2b2ae35);
    }
  }
  return Float64Array.from(high, (hash, i) => (hash >>> 12) * 2 ** 32 + (low[i]! >>> 0));
}

function areAlike(coded: readonly Codes[], one: number, other: number): boolean {
  return coded.every(({ of }) => of[one] === of[other]);
}

function known(value: number): number {
  return Number.isNaN(value) ? 0 : value;
}

function toColumn({ levels, of }: Codes, first: Int32Array): Column {
  const zero = levels.indexOf(0);
  const rows = new Int32Array(first.length);
  const codes = new Int32Array(first.length);
  const values = new Float64Array(first.length);
  let size = 0;
  for (let row = 0; row < first.length; row++) {
    const place = of[first[row]!]!;
    if (place === zero) continue;
    rows[size] = row;
    codes[size] = zero >= 0 && place > zero ? place - 1 : place;
    values[size] = levels[place]!;
    size++;
  }
  return {
    rows: rows.slice(0, size),
    codes: codes.slice(0, size),
    values: values.slice(0, size),
    levels: levels.filter((level) => level !== 0),
  };
}
