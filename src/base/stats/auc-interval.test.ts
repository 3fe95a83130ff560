import { describe, expect, it } from 'vitest';
import { auc } from './auc.ts';
import { aucInterval } from './auc-interval.ts';
import { createRandom } from './create-random.ts';

describe('aucInterval', () => {
  // python3, straight from the definition: psi = [[(x > y) + (x == y) / 2 for y in others] for x in members];
  // error = sqrt(var(psi.mean(1), ddof=1) / m + var(psi.mean(0), ddof=1) / n); ends at norm.ppf(.95) errors.
  it('agrees with the definition of DeLong and stays within 0..1', () => {
    const scores = Float64Array.of(0.1, 0.4, 0.35, 0.8, 0.4, 0.7, 0.2, 0.9, 0.5, 0.5);
    const interval = aucInterval(scores, [0, 0, 1, 1, 1, 0, 0, 1, 0, 1], 0.9);
    expect(interval.auc).toBeCloseTo(0.72, 13);
    expect(interval.error).toBeCloseTo(0.17549928774784243, 13);
    expect(interval.low).toBeCloseTo(0.43132936002056127, 13);
    expect(interval.high).toBe(1);
  });

  it('covers the true AUC about as often as it promises', () => {
    const { normal } = createRandom(11);
    const labels = Array.from({ length: 120 }, (_, i) => (i < 40 ? 1 : 0));
    let covered = 0;
    for (let run = 0; run < 1000; run++) {
      const interval = aucInterval(
        Float64Array.from(labels, (label) => normal() + label),
        labels,
        0.9,
      );
      if (interval.low <= 0.7602499389065233 && interval.high >= 0.7602499389065233) covered++; // pnorm(1 / sqrt(2))
    }
    expect(covered).toBeGreaterThan(860);
    expect(covered).toBeLessThan(930);
  });

  it('centres on auc and leaves unknown scores out', () => {
    const scores = Float64Array.of(5, 1, Number.NaN, 3, 3, 2);
    const labels = [1, 0, 1, 1, 0, 0];
    expect(aucInterval(scores, labels, 0.9).auc).toBeCloseTo(auc(scores, labels), 13);
  });
});
