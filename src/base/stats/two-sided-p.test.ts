import { expect, it } from 'vitest';
import { twoSidedP } from './two-sided-p.ts';

// python3: 2 * scipy.stats.norm.sf(abs(z))
it.each([
  [0, 1],
  [-1e-9, 0.9999999992021155],
  [1.96, 0.04999579029644087],
  [-3, 0.0026997960632601866],
  [8, 1.244192114854348e-15],
  [-12, 3.552964224155306e-33],
  [37, 1.1451142445047853e-299],
])('twoSidedP of %d counts both tails, whatever the sign', (z, p) => {
  expect(twoSidedP(z) / p).toBeCloseTo(1, 12);
});
