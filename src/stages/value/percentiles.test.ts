import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mean } from '../../base/stats/index.ts';
import { percentiles } from './percentiles.ts';

describe('percentiles', () => {
  it('put the middle of each rank between 0 and 1', () => {
    expect([...percentiles(Float64Array.of(10, 30, 20, 40), 'high')]).toEqual([0.125, 0.625, 0.375, 0.875]);
  });

  it('turn round when low is good and keep the unknown unknown', () => {
    expect([...percentiles(Float64Array.of(1, Number.NaN, 2), 'low')]).toEqual([0.75, Number.NaN, 0.25]);
  });

  it('always average one half', () => {
    const values = fc.array(fc.integer({ min: -3, max: 3 }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(values, fc.constantFrom('high' as const, 'low' as const), (sample, orientation) => {
        expect(mean(percentiles(Float64Array.from(sample), orientation))).toBeCloseTo(0.5, 12);
      }),
    );
  });
});
