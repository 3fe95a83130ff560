import { describe, expect, it } from 'vitest';
import { chiSquareZ } from './chi-square-z.ts';

// R: qnorm(pchisq(x, k, lower.tail = FALSE, log.p = TRUE), lower.tail = FALSE, log.p = TRUE)
const REFERENCE = [
  [0.01, 1, -1.4073914365103866],
  [0.1, 2, -1.6568927965620144],
  [0.3, 3, -1.751016665452546],
  [3, 5, -0.5243597756618462],
  [5, 1, 1.9540556406014535],
  [20, 2, 3.913946240531893],
  [16.919, 9, 1.64485710928481],
  [30, 3, 4.687908471171617],
  [30, 9, 3.3271334112420488],
  [60, 20, 4.340073575811497],
  [400, 400, 0.023573056487813684],
  [1000, 5, 31.1961380453838],
  [1300, 60, 32.526215463316746],
] as const;

// R 4.2's qnorm keeps five digits this far out, so python3: -scipy.special.ndtri_exp(l),
// l of R's pchisq(x, k, lower.tail = FALSE, log.p = TRUE)
const FAR = [
  [2000, 3, 44.535583748582695],
  [40_000, 400, 194.3241681047551],
  [1_000_000, 12, 999.9313466826712],
] as const;

describe('chiSquareZ', () => {
  it.each([...REFERENCE, ...FAR])('of %d with %d degrees of freedom is %d', (x, degrees, z) => {
    expect(Math.abs(chiSquareZ(x, degrees) - z) / Math.max(1, Math.abs(z))).toBeLessThan(1e-12);
  });

  it('of one degree of freedom is the two-sided z of its root', () => {
    expect(chiSquareZ(1.959963984540054 ** 2, 1)).toBeCloseTo(1.6448536269514722, 12);
  });

  it('never falls with the chi-square, also where one series takes over from the other', () => {
    for (const degrees of [1, 2, 7, 40]) {
      const grid = Array.from({ length: 4000 }, (_, i) => chiSquareZ((i * degrees) / 500, degrees));
      expect(grid.findIndex((z, i) => i > 0 && z <= grid[i - 1]!)).toBe(-1);
    }
  });

  it('of 0 is as low as can be', () => {
    expect(chiSquareZ(0, 4)).toBe(-Infinity);
  });
});
