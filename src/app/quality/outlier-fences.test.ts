import { describe, expect, it } from 'vitest';
import { outlierFences } from './outlier-fences.ts';

describe('outlier fences', () => {
  it('lie ten interquartile ranges beyond the quartiles', () => {
    expect(outlierFences({ low: 35, high: 45 })).toEqual({ low: -65, high: 145 });
  });

  it('are wider above for skewed sizes: three ranges on the logarithmic scale', () => {
    expect(outlierFences({ low: 10, high: 1000 })?.high).toBeCloseTo(1e9, -3);
  });

  it('do not exist when half of the values are one value', () => {
    expect(outlierFences({ low: 5, high: 5 })).toBeNull();
  });

  it('take negative values as they are', () => {
    expect(outlierFences({ low: -10, high: 10 })).toEqual({ low: -210, high: 210 });
  });
});
