import { describe, expect, it } from 'vitest';
import { auc } from './auc.ts';
import { aucInterval } from './auc-interval.ts';
import { createRandom } from './create-random.ts';

describe('aucInterval', () => {
  // R 4.2, pROC 1.18: r <- roc(labels, scores, levels = 0:1, direction = "<")
  // auc(r); sqrt(var(r)); ci.auc(r, conf.level = level, method = "delong")
  it.each([
    {
      scores: [0.1, 0.4, 0.35, 0.8, 0.4, 0.7, 0.2, 0.9, 0.5, 0.5],
      labels: [0, 0, 1, 1, 1, 0, 0, 1, 0, 1],
      level: 0.9,
      expected: [0.72, 0.17549928774784243, 0.4313293600205612, 1],
    },
    {
      scores: [1, 2, 3, 4],
      labels: [0, 1, 0, 1],
      level: 0.9,
      expected: [0.75, 0.3535533905932738, 0.16845642316166298, 1],
    },
    {
      scores: [1, 1, 2, 2, 3],
      labels: [0, 1, 0, 1, 1],
      level: 0.99,
      expected: [2 / 3, 0.27638539919628335, 0, 1],
    },
    { scores: [1, 2, 3, 4], labels: [0, 0, 1, 1], level: 0.95, expected: [1, 0, 1, 1] },
  ])('of $scores with labels $labels is that of pROC, cut to 0..1', ({ scores, labels, level, expected }) => {
    const found = aucInterval(Float64Array.from(scores), labels, level);
    [found.auc, found.error, found.low, found.high].forEach((value, i) => {
      expect(value).toBeCloseTo(expected[i]!, 13);
    });
  });

  // The same with i <- 0:999; labels <- as.integer(i %% 7 == 0); scores <- (i * i) %% 97 + i / 50; level <- .9
  it('of a thousand is that of pROC', () => {
    const rows = Array.from({ length: 1000 }, (_, i) => i);
    const scores = Float64Array.from(rows, (i) => ((i * i) % 97) + i / 50);
    const labels = rows.map((i) => Number(i % 7 === 0));
    const found = aucInterval(scores, labels, 0.9);
    expect(found.auc).toBeCloseTo(0.49048151381873667, 13);
    expect(found.error).toBeCloseTo(0.02596335211503398, 13);
    expect(found.low).toBeCloseTo(0.44777559992450483, 13);
    expect(found.high).toBeCloseTo(0.5331874277129685, 13);
  });

  it('has no error where a group is of one', () => {
    const found = aucInterval(Float64Array.of(1, 2, 3), [0, 0, 1], 0.9);
    expect(found.auc).toBe(1);
    expect(found.error).toBeNaN();
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
      if (interval.low <= 0.7602499389065233 && interval.high >= 0.7602499389065233) covered++; // R: pnorm(1 / sqrt(2))
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
