import { expect, it } from 'vitest';
import { polynomial } from './polynomial.ts';

// python3: numpy.polyval(coefficients, x)
it.each([
  [[2, 0, -3, 1], 2, 11],
  [[1.5, -2.25, 0.125, 3], -1.7, -11.0845],
  [[7], 3, 7],
  [[], 5, 0],
])('a polynomial reads its coefficients %j from the highest power down', (coefficients, x, value) => {
  expect(polynomial(coefficients, x)).toBeCloseTo(value, 13);
});
