import { describe, expect, it } from 'vitest';
import { a, q, score } from './reference-rows.ts';
import { createBasis, residualize } from './residual-basis.ts';

const residuals = (...columns: readonly (readonly number[])[]): Float64Array => {
  const basis = createBasis(
    columns.map((column) => Float64Array.from(column)),
    60,
  );
  const rest = Float64Array.from(score);
  residualize(rest, basis);
  return rest;
};

// R 4.2, on the records of reference-rows.ts: resid(lm(score ~ a + q))[c(1, 2, 31, 60)]
const EXPECTED = [
  [0, -2.2300202208741657],
  [1, 1.3555840721729702],
  [30, -1.0475423860631516],
  [59, -1.3475423860631517],
] as const;

describe('what is left of scores', () => {
  it('is what a regression leaves', () => {
    for (const [i, rest] of EXPECTED) expect(residuals(a, q)[i]).toBeCloseTo(rest, 12);
  });

  it('is the same when a column is there twice, or is the sum of others', () => {
    const sum = a.map((value, i) => value + 3 * q[i]! + 1);
    for (const [i, rest] of EXPECTED) expect(residuals(a, q, a, sum)[i]).toBeCloseTo(rest, 12);
  });

  // R: resid(lm(score ~ 1))[c(1, 60)]
  it('is the distance from the mean when nothing was taken', () => {
    expect(residuals()[0]).toBeCloseTo(-2.0183333333333335, 13);
    expect(residuals()[59]).toBeCloseTo(-1.7183333333333333, 13);
  });
});
