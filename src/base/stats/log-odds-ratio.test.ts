import { describe, expect, it } from 'vitest';
import { logOddsRatio } from './log-odds-ratio.ts';

describe('logOddsRatio', () => {
  // R: t <- matrix(c(8, 2, 4, 10), 2) + .5; log(t[1] * t[4] / (t[2] * t[3])); sqrt(sum(1 / t))
  it('adds a half to each count', () => {
    const ratio = logOddsRatio(8, 2, 4, 10);
    expect(ratio.estimate).toBeCloseTo(2.0710732920093196, 13);
    expect(ratio.error).toBeCloseTo(0.9138420959245896, 13);
  });

  it('is finite with empty cells and mirrored when the columns swap', () => {
    expect(Number.isFinite(logOddsRatio(5, 0, 0, 5).estimate)).toBe(true);
    expect(logOddsRatio(2, 8, 10, 4).estimate).toBeCloseTo(-logOddsRatio(8, 2, 4, 10).estimate, 13);
  });
});
