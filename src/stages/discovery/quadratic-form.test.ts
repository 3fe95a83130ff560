import { expect, it } from 'vitest';
import { quadraticForm } from './quadratic-form.ts';

// python3: x, V = numpy.array(vector), numpy.array(matrix)
// x @ numpy.linalg.pinv(V) @ x, numpy.linalg.matrix_rank(V)
it.each([
  {
    form: 'a full matrix',
    vector: [1, 2, -1],
    matrix: [
      [4, 1, 0],
      [1, 3, 1],
      [0, 1, 2],
    ],
    value: 3,
    rank: 3,
  },
  {
    // The last row is the first two with their sign changed, as sums over all groups of a stratum are.
    form: 'a matrix with a direction in which nothing varies',
    vector: [1, 2, -3],
    matrix: [
      [4, 1, -5],
      [1, 3, -4],
      [-5, -4, 9],
    ],
    value: 1.3636363636363629,
    rank: 2,
  },
  { form: 'one number', vector: [-3], matrix: [[2]], value: 4.5, rank: 1 },
  {
    form: 'groups that do not vary at all',
    vector: [0, 3, 0],
    matrix: [
      [0, 0, 0],
      [0, 2, 0],
      [0, 0, 0],
    ],
    value: 4.5,
    rank: 1,
  },
  {
    form: 'scales a hundred million apart',
    vector: [1000, 0.02],
    matrix: [
      [1e6, 1],
      [1, 1e-2],
    ],
    value: 1.0361036103610364,
    rank: 2,
  },
  {
    // Hilbert's matrix of order 5, whose inverse is whole numbers: exactly 5425.
    form: 'an ill-conditioned matrix',
    vector: [1, 2, 3, 4, 5],
    matrix: [0, 1, 2, 3, 4].map((row) => [1, 2, 3, 4, 5].map((column) => 1 / (row + column))),
    value: 5425,
    rank: 5,
  },
  {
    form: 'nothing',
    vector: [0, 0],
    matrix: [
      [0, 0],
      [0, 0],
    ],
    value: 0,
    rank: 0,
  },
])('x against the inverse of $form is that of NumPy', ({ vector, matrix, value, rank }) => {
  const found = quadraticForm(
    Float64Array.from(vector),
    matrix.map((row) => Float64Array.from(row)),
  );
  expect(Math.abs(found.value - value)).toBeLessThanOrEqual(1e-10 * value);
  expect(found.rank).toBe(rank);
});
