import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countBoth } from './count-both.ts';

const words = fc.array(fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }), { maxLength: 60 });
const onesOf = (word: number): number =>
  Array.from({ length: 32 }, (_, bit) => (word >>> bit) & 1).reduce((a, b) => a + b, 0);

describe('counting two bitsets at a time', () => {
  it('equals counting the bits of each word, in any span', () => {
    fc.assert(
      fc.property(words, words, fc.tuple(fc.nat(60), fc.nat(60)), (left, right, [one, other]) => {
        const length = Math.min(left.length, right.length);
        const [from, to] = [Math.min(one, other, length), Math.min(Math.max(one, other), length)];
        const expected = left.slice(from, to).reduce((n, word, i) => n + onesOf(word & right[from + i]!), 0);
        expect(countBoth(Int32Array.from(left), Int32Array.from(right), { from, to })).toBe(expected);
      }),
    );
  });

  it('counts full words', () => {
    const full = new Int32Array(1000).fill(-1);
    expect(countBoth(full, full, { from: 0, to: 1000 })).toBe(32_000);
  });
});
