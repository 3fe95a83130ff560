import { describe, expect, it } from 'vitest';
import { valueColumns } from './value-columns.ts';

const unknown = Number.NaN;
const column = (weight: number, ...percentiles: readonly number[]) => ({
  weight,
  percentiles: Float64Array.from(percentiles),
});

describe('valueColumns', () => {
  it('ranks best first and leaves out who has one component of two', () => {
    const { ranked, unranked, coverage } = valueColumns(
      [column(3, 0.1, 0.6, 0.4, 0.9), column(2, 0.2, 0.8, 0.5, unknown)],
      4,
    );
    expect(ranked).toEqual([1, 2, 0]);
    expect(unranked).toEqual([3]);
    expect(coverage[3]).toBe(0.6);
  });

  it('leaves out who has less than half of the weight known', () => {
    const { unranked, coverage } = valueColumns(
      [
        column(3, 0.2, 0.7, unknown, 0.2),
        column(2, 0.2, 0.7, unknown, unknown),
        column(1, 0.2, 0.7, 0.4, unknown),
        column(1, 0.2, 0.7, 0.4, 0.4),
      ],
      4,
    );
    expect(unranked).toEqual([2]);
    expect(coverage[2]).toBeCloseTo(2 / 7, 12);
    expect(coverage[3]).toBeCloseTo(4 / 7, 12);
  });

  it('is content with one component when only one counts', () => {
    expect(valueColumns([column(3, 0.2, 0.7)], 2).ranked).toEqual([1, 0]);
  });
});
