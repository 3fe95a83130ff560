import { describe, expect, it } from 'vitest';
import { wilsonInterval } from './wilson-interval.ts';

describe('wilsonInterval', () => {
  // R: prop.test(k, n, conf.level = level, correct = FALSE)$conf.int
  // statsmodels 0.15: proportion_confint(k, n, 1 - level, "wilson") agrees.
  it.each([
    [7, 9, 0.9, 0.503642782376754, 0.9235052624456036],
    [0, 25, 0.9, 0, 0.09765350600605091],
    [25, 25, 0.9, 0.9023464939939491, 1],
    [0, 1, 0.9, 0, 0.7301340512159457],
    [1, 1, 0.9, 0.26986594878405434, 1],
    [400, 1000, 0.95, 0.37007478121137727, 0.4306905704857338],
    [1, 1_000_000, 0.95, 1.7652457674537213e-7, 5.664911804311441e-6],
    [999_999, 1_000_000, 0.999, 0.9999872510094524, 0.9999999215632664],
  ])('%d of %d at level %d agrees with R', (...row) => {
    const [k, n, level, low, high] = row;
    const interval = wilsonInterval(k, n, level);
    expect(Math.abs(interval[0] - low)).toBeLessThanOrEqual(1e-12 * low);
    expect(Math.abs(interval[1] - high)).toBeLessThanOrEqual(1e-12 * high);
  });

  it('says nothing when nothing was seen', () => {
    expect(wilsonInterval(0, 0, 0.9)).toEqual([0, 1]);
  });
});
