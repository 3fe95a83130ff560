import { describe, expect, it } from 'vitest';
import { wilsonInterval } from './wilson-interval.ts';

describe('wilsonInterval', () => {
  // R: prop.test(k, n, conf.level = level, correct = FALSE)$conf.int
  it.each([
    [7, 9, 0.9, 0.503642782376754, 0.9235052624456036],
    [0, 25, 0.9, 0, 0.09765350600605091],
    [400, 1000, 0.95, 0.3700747812113773, 0.4306905704857338],
  ])('%d of %d at level %d agrees with R', (...row) => {
    const [k, n, level, low, high] = row;
    const interval = wilsonInterval(k, n, level);
    expect(interval[0]).toBeCloseTo(low, 13);
    expect(interval[1]).toBeCloseTo(high, 13);
  });

  it('says nothing when nothing was seen', () => {
    expect(wilsonInterval(0, 0, 0.9)).toEqual([0, 1]);
  });
});
