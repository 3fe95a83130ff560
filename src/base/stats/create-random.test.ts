import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from './create-random.ts';
import { mean } from './mean.ts';
import { variance } from './variance.ts';

describe('createRandom', () => {
  it('gives the same stream for the same seed and another for another', () => {
    const stream = (seed: number): number[] => Array.from({ length: 5 }, createRandom(seed).next);
    expect(stream(7)).toEqual(stream(7));
    expect(stream(7)).not.toEqual(stream(8));
  });

  it('draws every integer below a bound about equally often', () => {
    const { integer } = createRandom(1);
    const counts = new Float64Array(7);
    for (let i = 0; i < 70_000; i++) counts[integer(7)]!++;
    const chiSquare = counts.reduce((sum, count) => sum + (count - 10_000) ** 2 / 10_000, 0);
    expect(chiSquare).toBeLessThan(22.46); // qchisq(.999, 6) in R
  });

  it('keeps integers and fractions inside their bounds', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 2 ** 53 - 1 }),
        fc.integer({ min: 1, max: 2 ** 32 }),
        (seed, below) => {
          const random = createRandom(seed);
          const drawn = random.integer(below);
          const fraction = random.next();
          return Number.isInteger(drawn) && drawn >= 0 && drawn < below && fraction >= 0 && fraction < 1;
        },
      ),
    );
  });

  it('draws normal numbers with mean 0, variance 1 and the right tails', () => {
    const { normal } = createRandom(2);
    const sample = Float64Array.from({ length: 100_000 }, normal);
    expect(mean(sample)).toBeCloseTo(0, 2);
    expect(variance(sample)).toBeCloseTo(1, 1);
    const beyond = sample.filter((z) => Math.abs(z) > 1.959964).length / sample.length;
    expect(beyond).toBeGreaterThan(0.048);
    expect(beyond).toBeLessThan(0.052);
  });

  it('shuffles to each order equally often and loses nothing', () => {
    const random = createRandom(3);
    const seen = new Map<string, number>();
    for (let i = 0; i < 24_000; i++) {
      const order = Int32Array.of(0, 1, 2, 3);
      random.shuffle(order);
      seen.set(order.join(''), (seen.get(order.join('')) ?? 0) + 1);
    }
    const chiSquare = [...seen.values()].reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0);
    expect(seen.size).toBe(24);
    expect(chiSquare).toBeLessThan(49.73); // qchisq(.999, 23) in R
  });
});
