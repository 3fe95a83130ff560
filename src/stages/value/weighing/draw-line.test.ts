import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawLine } from './draw-line.ts';

describe('drawLine', () => {
  it('puts a third above the cut', () => {
    expect(drawLine(Float64Array.of(9, 8, 7, 6, 5, 4))).toEqual({ cut: 8, n: 2, of: 6 });
    expect(drawLine(Float64Array.from({ length: 25 }, (_, i) => i))).toEqual({ cut: 17, n: 8, of: 25 });
  });

  it('goes to the break nearest to a third when equal values straddle it', () => {
    expect(drawLine(Float64Array.of(9, 8, 8, 8, 5, 4, 3, 2, 1))).toMatchObject({ cut: 8, n: 4 });
    expect(drawLine(Float64Array.of(9, 9, 8, 8, 8, 8, 3, 2, 1))).toMatchObject({ cut: 9, n: 2 });
  });

  it('of two breaks equally near takes the smaller group', () => {
    expect(drawLine(Float64Array.of(9, 9, 8, 8, 5, 4, 3, 2, 1))).toMatchObject({ cut: 9, n: 2 });
  });

  it('has everyone above it when all are equal, and nobody when nobody is ranked', () => {
    expect(drawLine(Float64Array.of(5, 5, 5))).toEqual({ cut: 5, n: 3, of: 3 });
    expect(drawLine(Float64Array.of(Number.NaN))).toEqual({ cut: Infinity, n: 0, of: 0 });
  });

  it('is never farther from a third than any other break', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 40 }), (sample) => {
        const values = Float64Array.from(sample);
        const line = drawLine(values);
        const above = (cut: number): number => values.filter((value) => value >= cut).length;
        const distances = sample.map((cut) => Math.abs(above(cut) - sample.length / 3));
        expect(line.n).toBe(above(line.cut));
        expect(Math.abs(line.n - sample.length / 3)).toBeCloseTo(Math.min(...distances), 12);
      }),
    );
  });
});
