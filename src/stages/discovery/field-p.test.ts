import { describe, expect, it } from 'vitest';
import { effectiveLooks, fieldP, fieldZ, zForFieldP } from './field-p.ts';

describe('the chance of a field', () => {
  // R: pbeta(p, 1, looks), the chance of the smallest of so many
  it.each([
    [0, 20.5, 0],
    [1e-300, 1.1, 1.1e-300],
    [1e-40, 20.5, 2.05e-39],
    [1e-12, 20.5, 2.049999999980013e-11],
    [0.001, 1.1, 0.001099944983492158],
    [0.001, 20.5, 0.020301352187788311],
    [0.05, 1, 0.05],
    [0.05, 20.5, 0.65059114387747963],
    [0.5, 1.1, 0.53348350423159629],
    [1, 20.5, 1],
  ])('of %d in %d looks is %d', (p, looks, q) => {
    expect(Math.abs(fieldP(p, looks) - q)).toBeLessThanOrEqual(1e-12 * q);
  });

  // R: qnorm(pbeta(sides * pnorm(z, lower.tail = FALSE), 1, looks) / 2, lower.tail = FALSE)
  it.each([
    [0.5, 1.1, 1, 0.96692021795329675],
    [0.5, 20.5, 2, 0],
    [1, 20.5, 1, 0.036318017768506732],
    [2, 1, 2, 2],
    [3, 1.1, 1, 3.1776404468583093],
    [3, 20.5, 2, 1.9275355530061449],
    [8, 20.5, 2, 7.6192978121763035],
    [20, 1, 1, 20.034541676514017],
    [37, 20.5, 2, 36.918336404934983],
  ] as const)('makes of z = %d after %d looks at %d sides %d', (...row) => {
    const [z, looks, sides, reached] = row;
    expect(fieldZ(z, looks, sides)).toBeCloseTo(reached, 8);
    if (reached > 0.1) expect(fieldZ(z, looks, sides) / reached).toBeCloseTo(1, 12);
  });

  // Where that chance is below all numbers, python3: -scipy.special.ndtri_exp(l),
  // l = numpy.log(looks * sides / 2) + scipy.stats.norm.logsf(z)
  it.each([
    [38, 20.5, 2, 37.92048699203237],
    [40, 1, 1, 40.01731412676465],
    [100, 20.5, 2, 99.96979420962104],
    [1000, 20.5, 1, 999.9976727225247],
  ] as const)('has no ceiling: z = %d after %d looks at %d sides is %d', (...row) => {
    const [z, looks, sides, reached] = row;
    expect(fieldZ(z, looks, sides) / reached).toBeCloseTo(1, 11);
  });

  // R: qnorm(qbeta(q, 1, looks) / sides, lower.tail = FALSE)
  it.each([
    [1e-300, 20.5, 1, 37.128477100370496],
    [1e-40, 1.1, 2, 13.369698086521966],
    [1e-12, 20.5, 2, 7.5351416852843061],
    [0.001, 1.1, 1, 3.1184152126701306],
    [0.05, 1, 2, 1.9599639845400538],
    [0.05, 20.5, 2, 3.0234644051059307],
    [0.5, 20.5, 1, 1.8350813487280588],
  ] as const)('of %d after %d looks at %d sides needs z = %d', (...row) => {
    const [q, looks, sides, z] = row;
    expect(zForFieldP(q, looks, sides) / z).toBeCloseTo(1, 12);
  });
});

describe('effective looks', () => {
  // R: log(.9) / log1p(-quantile(chances, .1))
  it.each([
    [[0.004, 0.2, 0.03, 0.5, 0.0007, 0.08, 0.11, 0.9, 0.05, 0.33, 0.012], 26.287413466036977],
    [[0.5], 0.15200309344504997],
  ])('of the strongest chances %j are %d', (chances, looks) => {
    expect(effectiveLooks(chances) / looks).toBeCloseTo(1, 13);
  });

  // R: qbeta((0:100) / 100, 1, 7), the strongest of seven: (1 - (1 - u)^(1 / 7))
  it('are as many as there were independent tests', () => {
    const strongest = Array.from({ length: 101 }, (_, i) => -Math.expm1(Math.log1p(-i / 100) / 7));
    expect(effectiveLooks(strongest)).toBeCloseTo(7, 12);
  });
});
