import { describe, expect, it } from 'vitest';
import { createRandom, spearman } from '../../base/stats/index.ts';
import { yearlyRates } from './yearly-rates.ts';

describe('yearlyRates', () => {
  it('add half a year of the average customer to everyone', () => {
    // 12 in 4 years together: 3 a year, 1.5 in half a year.
    const { rates, addedCount, addedYears } = yearlyRates(Float64Array.of(9, 3), Float64Array.of(2, 2));
    expect([addedCount, addedYears]).toEqual([1.5, 0.5]);
    expect([...rates]).toEqual([10.5 / 2.5, 4.5 / 2.5]);
  });

  it('give a customer of today the average, whatever it did', () => {
    const { rates, addedCount } = yearlyRates(Float64Array.of(6, 0), Float64Array.of(3, 0));
    expect(rates[1]).toBe(addedCount / 0.5);
  });

  it('are unknown without a count or a time, which then counts for nobody else', () => {
    const { rates } = yearlyRates(Float64Array.of(4, Number.NaN, 50), Float64Array.of(2, 1, Number.NaN));
    expect([...rates]).toEqual([2, Number.NaN, Number.NaN]);
  });

  it('keep the order of the counts when nobody has been a customer for a day', () => {
    expect([...yearlyRates(Float64Array.of(1, 3), Float64Array.of(0, 0)).rates]).toEqual([2, 6]);
  });

  it('follow the true rate much better than counts do, which follow age', () => {
    const random = createRandom(5);
    const exponential = (): number => -Math.log(1 - random.next());
    const years = Float64Array.from({ length: 2000 }, () => 5 * random.next());
    const truth = years.map(() => 4 * exponential());
    const counts = years.map((length, i) => {
      let count = 0;
      for (let time = exponential(); time < length * truth[i]!; time += exponential()) count++;
      return count;
    });
    const { rates } = yearlyRates(counts, years);
    expect(spearman(rates, truth)).toBeGreaterThan(0.87);
    expect(spearman(counts, truth)).toBeLessThan(0.77);
    expect(Math.abs(spearman(rates, years))).toBeLessThan(0.12);
    expect(spearman(counts, years)).toBeGreaterThan(0.45);
  });
});
