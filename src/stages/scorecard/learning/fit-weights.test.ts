import { describe, expect, it } from 'vitest';
import { fitWeights, type WeightLimits } from './fit-weights.ts';
import { foldRecords } from './fold-records.ts';
import { groupBy } from './groups.ts';

/** Records that say yes to neither, to the second, to the first and to both, and how many have the outcome. */
const kinds = [
  { first: 0, second: 0, records: 12, positives: 2 },
  { first: 0, second: 1, records: 9, positives: 3 },
  { first: 1, second: 0, records: 7, positives: 4 },
  { first: 1, second: 1, records: 6, positives: 5 },
];
const rows = kinds.flatMap(({ first, second, records, positives }) =>
  Array.from({ length: records }, (_, i) => ({ first, second, outcome: Number(i < positives) })),
);
const groups = groupBy(
  foldRecords(
    [{ values: rows.map(({ first }) => first) }, { values: rows.map(({ second }) => second) }],
    rows.map(({ outcome }) => outcome),
  ),
  [0, 1],
);
const free = { low: -9, high: 9 };

const fit = (limits: readonly WeightLimits[]) =>
  fitWeights(groups, { limits, start: [0, 0, 0], settled: 1e-12 });

// SciPy 1.17.1: X = numpy.array([[0, 0], [0, 1], [1, 0], [1, 1]]); n, y = numpy.array([12, 9, 7, 6]), numpy.array([2, 3, 4, 5])
// f = lambda v: (n * numpy.logaddexp(0, v[0] + X @ v[1:]) - y * (v[0] + X @ v[1:])).sum()
// o = dict(method='Nelder-Mead', options=dict(xatol=1e-12, fatol=1e-14, maxiter=9999))
describe('weights of a support', () => {
  // scipy.optimize.minimize(f, [0, 0, 0], **o)
  it('are those with the least loss', () => {
    const { base, weights, loss } = fit([free, free]);
    expect(base).toBeCloseTo(-1.69776569, 6);
    expect(weights[0]).toBeCloseTo(2.06936189, 6);
    expect(weights[1]).toBeCloseTo(1.07526307, 6);
    expect(loss).toBeCloseTo(18.647914447703286, 9);
  });

  // scipy.optimize.minimize(lambda v: f([v[0], 1, v[1]]), [0, 0], **o)
  it('stay within their limits', () => {
    const { base, weights, loss } = fit([{ low: 0, high: 1 }, free]);
    expect(weights[0]).toBe(1);
    expect(base).toBeCloseTo(-1.18166323, 6);
    expect(weights[1]).toBeCloseTo(0.92726822, 6);
    expect(loss).toBeCloseTo(19.550355613248026, 9);
  });
});
