import { expect, it } from 'vitest';
import { polynomial } from './polynomial.ts';

it('a polynomial reads its coefficients from the highest power down', () => {
  expect(polynomial([2, 0, -3, 1], 2)).toBe(16 - 6 + 1);
  expect(polynomial([], 5)).toBe(0);
});
