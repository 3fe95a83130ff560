import { expect, it } from 'vitest';
import { percentilesByKind } from './percentiles-by-kind.ts';

it('values are ranked among those of their own kind', () => {
  const readings = {
    values: Float64Array.of(60, 4, -20, 5, Number.NaN),
    kindOf: Int32Array.of(0, 1, 0, 1, -1),
    kinds: ['NPS', 'CSAT'],
  };
  expect([...percentilesByKind(readings, 'high')]).toEqual([0.75, 0.25, 0.25, 0.75, Number.NaN]);
});

it('the only value of its kind stands in the middle', () => {
  const readings = { values: Float64Array.of(60, 4), kindOf: Int32Array.of(0, 1), kinds: ['NPS', 'CSAT'] };
  expect([...percentilesByKind(readings, 'low')]).toEqual([0.5, 0.5]);
});
