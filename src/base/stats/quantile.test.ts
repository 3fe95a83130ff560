import { describe, expect, it } from 'vitest';
import { quantile } from './quantile.ts';

describe('quantile', () => {
  // R: quantile(c(3.1, -2, 7, 7, 0.5, 11, 4), p, type = 7); python3: numpy.quantile(values, p)
  it.each([
    [0, -2],
    [0.1, -0.5],
    [0.25, 1.8],
    [0.5, 4],
    [0.9, 8.6],
    [1, 11],
  ])('at %d follows R type 7', (p, expected) => {
    expect(quantile([3.1, -2, 7, 7, 0.5, 11, 4], p)).toBeCloseTo(expected, 14);
  });

  // R: i <- 0:999; quantile(((i * 37) %% 101) / 7, p, type = 7)
  it.each([
    [0, 0],
    [0.001, 0],
    [0.29, 4.142857142857143],
    [0.5, 7.142857142857143],
    [0.999, 14.285714285714286],
    [1, 14.285714285714286],
  ])('of a thousand at %d follows R type 7', (p, expected) => {
    const values = Array.from({ length: 1000 }, (_, i) => ((i * 37) % 101) / 7);
    expect(quantile(values, p)).toBeCloseTo(expected, 14);
  });

  it('of one value is that value', () => {
    expect([0, 0.3, 1].map((p) => quantile([6], p))).toEqual([6, 6, 6]);
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
