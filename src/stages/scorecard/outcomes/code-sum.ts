/** What a line adds to a sum by how it comes out: no, unknown, yes. */
export type Worth = readonly [no: number, unknown: number, yes: number];

/** Lines that one table of sums covers: 3^8 = 6,561 entries. */
const linesAtOnce = 8;

/**
 * Adds up over the lines of an outcome code what each of them is worth. Codes are taken apart eight lines at a time
 * by tables, so that a million codes take milliseconds.
 *
 * @param worths one for each line of the code, in its order
 * @example
 * codeSum([[0, 0, 3], [0, 0, 2]])(encodeOutcomes([true, null])); // 3
 */
export function codeSum(worths: readonly Worth[]): (code: number) => number {
  const tables: Float64Array[] = [];
  for (let from = 0; from < worths.length; from += linesAtOnce)
    tables.push(sumsOf(worths.slice(from, from + linesAtOnce)));
  return (code) => {
    let rest = code;
    let sum = 0;
    for (const table of tables) {
      const place = rest % table.length;
      sum += table[place]!;
      rest = (rest - place) / table.length;
    }
    return sum;
  };
}

/** The sum of every combination of outcomes, at the place of its code. */
function sumsOf(worths: readonly Worth[]): Float64Array {
  let sums = Float64Array.of(0);
  for (const worth of worths) {
    const { length } = sums;
    const grown = new Float64Array(3 * length);
    worth.forEach((adds, digit) => {
      for (let i = 0; i < length; i++) grown[digit * length + i] = sums[i]! + adds;
    });
    sums = grown;
  }
  return sums;
}
