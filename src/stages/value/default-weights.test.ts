import { expect, it } from 'vitest';
import { defaultWeights } from './default-weights.ts';

it('the default weights are those of the guide', () => {
  expect(Object.fromEntries(defaultWeights.map(({ name, weight }) => [name, weight]))).toEqual({
    contract_value: 3,
    purchase_value: 3,
    speed_of_close: 2,
    tenure: 2,
    satisfaction: 1,
    support_cost: 1,
    gross_margin: 1,
    purchases: 1,
    referrals: 1,
    expansion: 1,
    acquisition_cost: 0,
  });
});
