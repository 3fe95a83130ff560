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

  // Rust, rand_xoshiro 0.6: u is the stream of next_u32 of Xoshiro128StarStar::seed_from_u64(42). In python3:
  // next: ((u() >> 5) * 2**26 + (u() >> 6)) / 2**53
  // integer(n): u() & (2 ** (n - 1).bit_length() - 1), drawn again until it is below n
  // shuffle(x): for i in range(9, 0, -1): j = integer(i + 1); x[i], x[j] = x[j], x[i]
  // normal: x, y = 2 * next() - 1, 2 * next() - 1 until 0 < r < 1, r = x * x + y * y;
  //   then x * f and y * f, f = sqrt(-2 * log(r) / r)
  it('draws what other implementations draw from the same seed', () => {
    expect(Array.from({ length: 4 }, createRandom(42).next)).toEqual([
      0.4137016681565887, 0.003983993377814743, 0.6500837027638867, 0.6846020186141416,
    ]);
    const integers = (count: number, below: number): number[] => {
      const { integer } = createRandom(42);
      return Array.from({ length: count }, () => integer(below));
    };
    expect(integers(12, 7)).toEqual([2, 0, 6, 1, 6, 2, 1, 1, 2, 4, 3, 4]);
    expect(integers(4, 2 ** 31 + 1)).toEqual([1776835114, 17111135, 1150495106, 714601156]);
    expect(integers(3, 2 ** 32)).toEqual([1776835114, 4165204688, 17111135]);
    const order = Int32Array.from({ length: 10 }, (_, i) => i);
    createRandom(42).shuffle(order);
    expect([...order]).toEqual([3, 9, 5, 4, 7, 2, 8, 1, 6, 0]);
    const normals = [
      1.0873020675225118, 1.3373747636261168, 0.7409935464462171, 0.5294255135865079, 0.42664902821655437,
      -0.46545467525853274,
    ];
    const { normal } = createRandom(42);
    for (const expected of normals) expect(normal()).toBeCloseTo(expected, 14);
  });

  it('draws every integer below a bound about equally often', () => {
    const { integer } = createRandom(1);
    const counts = new Float64Array(7);
    for (let i = 0; i < 70_000; i++) counts[integer(7)]!++;
    const chiSquare = counts.reduce((sum, count) => sum + (count - 10_000) ** 2 / 10_000, 0);
    expect(chiSquare).toBeLessThan(22.46); // R: qchisq(.999, 6)
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
    expect(chiSquare).toBeLessThan(49.73); // R: qchisq(.999, 23)
  });
});
