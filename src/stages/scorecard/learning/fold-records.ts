import type { Answers, Column, FoldedRecords } from './types.ts';

/**
 * Folds records that answer every condition alike into one with a weight, so that the cost of learning follows the
 * number of distinct records.
 *
 * @param outcome 0 or 1 for each record.
 * @example
 * foldRecords([{ values: [1, 1, 0] }], [1, 0, 0]); // two records: weights 2 and 1, positives 1 and 0
 */
export function foldRecords(conditions: readonly Answers[], outcome: ArrayLike<number>): FoldedRecords {
  const { of, first } = findDistinct(conditions, outcome.length);
  const weights = new Float64Array(first.length);
  const positives = new Float64Array(first.length);
  for (let i = 0; i < of.length; i++) {
    weights[of[i]!]! += 1;
    positives[of[i]!]! += outcome[i]!;
  }
  const columns = conditions.map(({ values }) =>
    toColumn(Float64Array.from(first, (record) => known(values[record]!))),
  );
  return { size: first.length, columns, weights, positives };
}

/** Numbers the distinct records, one condition after the other: those told apart so far are split by the next. */
function findDistinct(conditions: readonly Answers[], size: number) {
  const of = new Int32Array(size);
  for (const { values } of conditions) {
    const numbers = new Map<number, Map<number, number>>();
    let next = 0;
    for (let i = 0; i < size; i++) {
      const value = known(values[i]!);
      const group = numbers.get(value) ?? new Map<number, number>();
      numbers.set(value, group);
      const number = group.get(of[i]!) ?? next++;
      group.set(of[i]!, number);
      of[i] = number;
    }
  }
  const first: number[] = [];
  for (let i = 0; i < size; i++) if (of[i] === first.length) first.push(i);
  return { of, first };
}

function known(value: number): number {
  return Number.isNaN(value) ? 0 : value;
}

function toColumn(values: Float64Array): Column {
  const size = values.reduce((count, value) => count + Number(value !== 0), 0);
  const rows = new Int32Array(size);
  let next = 0;
  for (let row = 0; row < values.length; row++) if (values[row] !== 0) rows[next++] = row;
  const nonzero = Float64Array.from(rows, (row) => values[row]!);
  const levels = Float64Array.from(new Set(nonzero)).sort();
  const places = new Map(Array.from(levels, (level, place) => [level, place]));
  return { rows, values: nonzero, levels, codes: Int32Array.from(nonzero, (value) => places.get(value)!) };
}
