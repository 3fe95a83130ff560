/**
 * Lines on which these rows stand (1-based numbers among the rows kept, in any order), in the same order, of a file in
 * which every line is a record: `before` lines stand above the first, and the rejected ones, ascending, are no rows.
 *
 * @example
 * plainLines([1, 2], { before: 1, rejected: [3] }); // [2, 4]
 */
export function plainLines(
  rows: readonly number[],
  { before, rejected }: { readonly before: number; readonly rejected: readonly number[] },
): readonly number[] {
  const lines = new Map<number, number>();
  let passed = 0;
  for (const row of rows.toSorted((one, two) => one - two)) {
    while ((rejected[passed] ?? Number.POSITIVE_INFINITY) <= row + before + passed) passed += 1;
    lines.set(row, row + before + passed);
  }
  return rows.map((row) => lines.get(row) ?? 0);
}
