import type { Answers, Column, FoldedRecords } from './types.ts';

/** What every record answers to one condition, as places among the answers that occur (0 among them). */
interface Codes {
  /** Different values, ascending. */
  readonly levels: Float64Array;
  readonly of: Int32Array;
}

/** Pairs of group and answer that are told apart by a list; more by a map. */
const MOST_LISTED = 1 << 20;

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
  for (let i = 0; i < size; i++) {
    const value = known(values[i]!);
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

/** Numbers the distinct records, one condition after the other: those told apart so far are split by the next. */
function findDistinct(coded: readonly Codes[], size: number) {
  let of = new Int32Array(size);
  let distinct = 1;
  for (const { levels, of: codes } of coded) {
    if (distinct === size || levels.length < 2) continue;
    const numberOf = createNumbering(distinct * levels.length);
    const next = new Int32Array(size);
    distinct = 0;
    for (let i = 0; i < size; i++) {
      const number = numberOf(of[i]! * levels.length + codes[i]!, distinct);
      if (number === distinct) distinct++;
      next[i] = number;
    }
    of = next;
  }
  const first = new Int32Array(size === 0 ? 0 : distinct);
  let next = 0;
  for (let i = 0; i < size; i++) if (of[i] === next) first[next++] = i;
  return { of, first };
}

/** The number that a key was given before, or else the next one, which it then has. */
function createNumbering(keys: number): (key: number, next: number) => number {
  if (keys > MOST_LISTED) {
    const given = new Map<number, number>();
    return (key, next) => {
      const number = given.get(key) ?? next;
      given.set(key, number);
      return number;
    };
  }
  const given = new Int32Array(keys);
  return (key, next) => {
    if (given[key] === 0) given[key] = next + 1;
    return given[key]! - 1;
  };
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
