/** The columns with points. */
export function supportOf(points: readonly number[]): readonly number[] {
  return points.flatMap((p, column) => (p === 0 ? [] : [column]));
}
