import { expect, it } from 'vitest';
import { weightedValues } from './weighted-values.ts';

const columns = {
  rows: 3,
  percentiles: [Float64Array.of(0.9, 0.3, 0), Float64Array.of(0.5, 0, 0)],
  known: [Float64Array.of(1, 1, 0), Float64Array.of(1, 0, 0)],
};
const scratch = () => ({ values: new Float64Array(3), weights: new Float64Array(3) });

it('a value is the weighted mean of what is known', () => {
  expect([...weightedValues(columns, [3, 1], scratch())]).toEqual([0.8, 0.3, Number.NaN]);
});

it('room that was used before does not change the values', () => {
  const used = scratch();
  weightedValues(columns, [1, 9], used);
  expect([...weightedValues(columns, [3, 1], used)]).toEqual([0.8, 0.3, Number.NaN]);
});
