import type { FoldedRecords } from './types.ts';

/** The records told apart by a few columns only: those alike in them are one group. */
export interface Groups {
  /** The columns, in the order in which they were split by. */
  readonly support: readonly number[];
  /** Value of each of these columns in each group. */
  readonly values: readonly Float64Array[];
  readonly size: number;
  /** Group of each record. */
  readonly of: Int32Array;
  readonly weights: Float64Array;
  readonly positives: Float64Array;
}

/** Values beyond which records are no longer folded: nearly each would be a group of its own. */
const MOST_LEVELS = 32;

/** The groups that some columns make. */
export function groupBy(records: FoldedRecords, support: readonly number[]): Groups {
  const all: Groups = {
    support: [],
    values: [],
    size: 1,
    of: new Int32Array(records.size),
    weights: Float64Array.of(records.weights.reduce((sum, weight) => sum + weight, 0)),
    positives: Float64Array.of(records.positives.reduce((sum, positive) => sum + positive, 0)),
  };
  return support.reduce((groups, column) => splitGroups(records, groups, column), all);
}

/** Splits groups by one more column. */
export function splitGroups(records: FoldedRecords, groups: Groups, column: number): Groups {
  const { of, origin, added, size } = numberGroups(records, groups, column);
  const support = [...groups.support, column];
  if (size === groups.size) return { ...groups, support, values: [...groups.values, added.slice(0, size)] };
  const weights = new Float64Array(size);
  const positives = new Float64Array(size);
  for (let row = 0; row < of.length; row++) {
    weights[of[row]!]! += records.weights[row]!;
    positives[of[row]!]! += records.positives[row]!;
  }
  const values = groups.values.map((old) => {
    const moved = new Float64Array(size);
    for (let group = 0; group < size; group++) moved[group] = old[origin[group]!]!;
    return moved;
  });
  values.push(added.slice(0, size));
  return { support, values, size, of, weights, positives };
}

/** A number for each pair of old group and value that occurs, in the order of the records. */
function numberGroups(records: FoldedRecords, groups: Groups, column: number) {
  const { rows, codes, values, levels } = records.columns[column]!;
  const folds = levels.length <= MOST_LEVELS;
  const width = folds ? levels.length + 1 : 1;
  const numbers = new Int32Array(groups.size * width);
  const most = Math.min(records.size, folds ? numbers.length : Infinity);
  const origin = new Int32Array(most);
  const added = new Float64Array(most);
  const of = new Int32Array(records.size);
  let size = 0;
  let next = 0;
  for (let row = 0; row < of.length; row++) {
    const old = groups.of[row]!;
    const here = next < rows.length && rows[next] === row;
    const slot = old * width + (here && folds ? codes[next]! + 1 : 0);
    const alone = here && !folds;
    if (alone || numbers[slot] === 0) {
      origin[size] = old;
      added[size] = here ? values[next]! : 0;
      size++;
      if (!alone) numbers[slot] = size;
      of[row] = size - 1;
    } else of[row] = numbers[slot]! - 1;
    if (here) next++;
  }
  return { of, origin, added, size };
}
