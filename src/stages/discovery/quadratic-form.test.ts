import { expect, it } from 'vitest';
import { quadraticForm } from './quadratic-form.ts';

const matrix = (...rows: number[][]) => rows.map((row) => Float64Array.from(row));

it('is x against the inverse of its covariance', () => {
  // R: x <- c(1, 2, -1); V <- matrix(c(4,1,0, 1,3,1, 0,1,2), 3); t(x) %*% solve(V) %*% x is 3
  const { value, rank } = quadraticForm(Float64Array.of(1, 2, -1), matrix([4, 1, 0], [1, 3, 1], [0, 1, 2]));
  expect(value).toBeCloseTo(3, 12);
  expect(rank).toBe(3);
});

it('leaves out the directions in which nothing varies', () => {
  // The last row is the first two with their sign changed, as sums over all groups of a stratum are.
  const { value, rank } = quadraticForm(
    Float64Array.of(1, 2, -3),
    matrix([4, 1, -5], [1, 3, -4], [-5, -4, 9]),
  );
  expect(value).toBeCloseTo(15 / 11, 12);
  expect(rank).toBe(2);
  expect(quadraticForm(Float64Array.of(0, 0), matrix([0, 0], [0, 0]))).toEqual({ value: 0, rank: 0 });
});
