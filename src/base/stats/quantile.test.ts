import { describe, expect, it } from 'vitest';
import { quantile } from './quantile.ts';

describe('quantile', () => {
  // R: quantile(c(3.1, -2, 7, 7, 0.5, 11, 4), c(0, .1, .25, .5, .9, 1), type = 7)
  it('follows R type 7', () => {
    const sample = [3.1, -2, 7, 7, 0.5, 11, 4];
    const expected = [-2, -0.5, 1.8, 4, 8.6, 11];
    [0, 0.1, 0.25, 0.5, 0.9, 1].forEach((p, i) => {
      expect(quantile(sample, p)).toBeCloseTo(expected[i]!, 12);
    });
  });

  it('leaves unknown values out and is unknown for nothing', () => {
    expect(quantile([Number.NaN, 2], 0.9)).toBe(2);
    expect(quantile([], 0.5)).toBeNaN();
    expect(quantile([1, 2], 1.5)).toBeNaN();
  });

  it('stays finite between an infinite value and itself', () => {
    expect(quantile([1, 2, Infinity], 0.5)).toBe(2);
    expect(quantile([Infinity, Infinity], 0.5)).toBe(Infinity);
  });
});
