import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Truth } from '../../base/expr/index.ts';
import { decodeOutcomes, encodeOutcomes, maxCodedLines, outcomeWeights } from './outcome-code.ts';

const truths = fc.array(fc.constantFrom<Truth[]>(true, false, null), { maxLength: maxCodedLines });

test('decoding gives back what was encoded, up to 33 lines', () => {
  fc.assert(
    fc.property(truths, (of) => {
      expect(decodeOutcomes(encodeOutcomes(of), of.length)).toEqual(of);
    }),
  );
});

test('a code is the sum of its digits by their weights', () => {
  fc.assert(
    fc.property(truths, (of) => {
      const digits = of.map((truth) => (truth === null ? 1 : truth ? 2 : 0));
      const sum = digits.reduce((code, digit, i) => code + BigInt(digit) * 3n ** BigInt(i), 0n);
      expect(BigInt(encodeOutcomes(of))).toBe(sum);
    }),
  );
});

test('the largest code is exact: 3^33 - 1 is below 2^53', () => {
  const all = Array.from({ length: maxCodedLines }, (): Truth => true);
  expect(encodeOutcomes(all)).toBe(Number(3n ** 33n - 1n));
  expect(encodeOutcomes(all)).toBeLessThan(Number.MAX_SAFE_INTEGER);
  expect(3n ** 34n).toBeGreaterThan(BigInt(Number.MAX_SAFE_INTEGER));
});

test('weights are the powers of three', () => {
  expect(outcomeWeights(4)).toEqual([1, 3, 9, 27]);
  expect(outcomeWeights(0)).toEqual([]);
  expect(outcomeWeights(33).at(-1)).toBe(Number(3n ** 32n));
});

test('no line has the code 0', () => {
  expect(encodeOutcomes([])).toBe(0);
  expect(decodeOutcomes(0, 0)).toEqual([]);
});
