import { expect, test } from 'vitest';
import { estimateMarketSize } from './estimate-market-size.ts';

const estimate = (contracts: readonly number[], accounts = 100) =>
  estimateMarketSize({ accounts, contracts, currency: 'EUR', source: 'here' });

test('value is accounts times the median contract', () => {
  expect(estimate([5, 1, 2, 4, 3])).toMatchObject({ accounts: 100, times: 3, value: 300 });
});

// R: qbinom(.05, 12, .5) = 3, so the 3rd and the 10th of 12 enclose the median; pbinom(2, 12, .5) = .0193
test('the interval comes from the order statistics of the median', () => {
  expect(estimate([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])!.interval).toEqual([300, 1000]);
});

test('five contracts are enough for an interval, four are not, three say nothing', () => {
  expect(estimate([1, 2, 3, 4, 5])!.interval).toEqual([100, 500]);
  expect(estimate([1, 2, 3, 4])!.interval).toBeNull();
  expect(estimate([1, 2, 3])).toBeNull();
});

test('thousands of contracts give a narrow interval around the median', () => {
  const many = Array.from({ length: 5000 }, (_, at) => at + 1);
  const [low, high] = estimate(many, 1)!.interval!;
  expect(low).toBeGreaterThan(2430);
  expect(high).toBeLessThan(2570);
});
