import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mean } from './mean.ts';
import { standardize } from './standardize.ts';
import { variance } from './variance.ts';

describe('standardize', () => {
  it('gives mean 0 and sample variance 1', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 2 }), (values) => {
        const scores = standardize(Float64Array.from(values));
        const constant = values.every((value) => value === values[0]);
        expect(mean(scores)).toBeCloseTo(0, 10);
        expect(variance(scores)).toBeCloseTo(constant ? 0 : 1, 10);
      }),
    );
  });

  it('turns a constant into zeros and keeps unknown values unknown', () => {
    expect([...standardize(Float64Array.of(4, 4, Number.NaN))]).toEqual([0, 0, Number.NaN]);
  });
});
