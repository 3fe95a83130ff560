/** Orthonormal columns, the first of them constant: what a score is regressed on. */
export type Basis = readonly Float64Array[];

/**
 * Orthonormal basis of a constant and the given columns (modified Gram-Schmidt); a column that the others already
 * explain is dropped.
 */
export function createBasis(columns: readonly Float64Array[], size: number): Basis {
  const basis: Float64Array[] = [new Float64Array(size).fill(1 / Math.sqrt(size))];
  for (const column of columns) {
    const rest = column.slice();
    const before = norm(rest);
    for (const unit of basis) takeOut(rest, unit);
    const after = norm(rest);
    if (after > 1e-8 * before) basis.push(rest.map((x) => x / after));
  }
  return basis;
}

/** Leaves of the scores what the basis does not explain, in place. */
export function residualize(scores: Float64Array, basis: Basis): void {
  for (const unit of basis) takeOut(scores, unit);
}

function takeOut(scores: Float64Array, unit: Float64Array): void {
  let dot = 0;
  for (let i = 0; i < scores.length; i++) dot += scores[i]! * unit[i]!;
  for (let i = 0; i < scores.length; i++) scores[i]! -= dot * unit[i]!;
}

function norm(column: Float64Array): number {
  return Math.sqrt(column.reduce((sum, x) => sum + x * x, 0));
}
