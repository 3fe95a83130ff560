import { describe, expect, it } from 'vitest';
import { auc } from './auc.ts';
import { createRandom } from './create-random.ts';
import { groupBootstrap } from './group-bootstrap.ts';
import { mean } from './mean.ts';

const values = [3.1, -2, 7, 7, 0.5, 11, 4, 2.2, 9, 1.5, 6.3, -1, 5, 8.4, 0.2, 3.3, 4.9, 10, 2.8, 6.6];
const meanOf = (rows: Int32Array) => mean(Float64Array.from(rows, (row) => values[row]!));
const options = { draws: 20_000, level: 0.9, seed: 5 };

describe('groupBootstrap', () => {
  // SciPy 1.17.1: bootstrap((x,), numpy.mean, confidence_level=.9, n_resamples=400000, method='percentile')
  it('of records alone is the percentile interval of SciPy', () => {
    const alone = values.map((_, i) => i);
    const { low, high } = groupBootstrap(alone, meanOf, options);
    expect(Math.abs(low - 3.18)).toBeLessThan(0.05);
    expect(Math.abs(high - 5.805)).toBeLessThan(0.05);
  });

  // The same of numpy.reshape(x, (10, 2)).mean(1)
  it('of pairs is that of their means', () => {
    const pairs = values.map((_, i) => Math.floor(i / 2));
    const { low, high } = groupBootstrap(pairs, meanOf, options);
    expect(Math.abs(low - 3.295)).toBeLessThan(0.05);
    expect(Math.abs(high - 5.64)).toBeLessThan(0.05);
  });

  it('is wider for copies than the copies would have it', () => {
    const copies = Array.from({ length: 200 }, (_, i) => i % 20);
    const meanOfCopies = (rows: Int32Array) => mean(Float64Array.from(rows, (row) => values[row % 20]!));
    const few = { draws: 2000, level: 0.9, seed: 1 };
    const grouped = groupBootstrap(copies, meanOfCopies, few);
    const single = groupBootstrap(
      copies.map((_, i) => i),
      meanOfCopies,
      few,
    );
    const width = ({ low, high }: typeof grouped) => high - low;
    expect(width(grouped) / width(single)).toBeGreaterThan(2.5);
  });

  it('is the same for one seed and says how many draws had no value', () => {
    const labels = [1, 0, 0, 0];
    const aucOf = (rows: Int32Array) =>
      auc(
        Float64Array.from(rows, (row) => 4 - row),
        Array.from(rows, (row) => labels[row]!),
      );
    const of = (seed: number) => groupBootstrap([0, 1, 2, 3], aucOf, { draws: 1000, level: 0.9, seed });
    const { low, high, undefinedDraws } = of(3);
    expect(of(3)).toEqual({ low, high, undefinedDraws });
    expect([low, high]).toEqual([1, 1]);
    expect(undefinedDraws).toBeGreaterThan(260); // (3/4)^4 + (1/4)^4 = .32
    expect(undefinedDraws).toBeLessThan(380);
  });

  it('covers a mean of groups about as often as it promises', () => {
    const { normal } = createRandom(8);
    const groups = Array.from({ length: 120 }, (_, i) => i % 40);
    let covered = 0;
    for (let run = 0; run < 300; run++) {
      const levels = Array.from({ length: 40 }, normal);
      const drawn = groups.map((group) => levels[group]! + normal() / 2);
      const statistic = (rows: Int32Array) => rows.reduce((sum, row) => sum + drawn[row]!, 0) / rows.length;
      const { low, high } = groupBootstrap(groups, statistic, { draws: 300, level: 0.9, seed: run });
      if (low <= 0 && high >= 0) covered++;
    }
    expect(covered / 300).toBeGreaterThan(0.83);
    expect(covered / 300).toBeLessThan(0.94);
  });
});
