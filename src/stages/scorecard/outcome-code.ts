import type { Truth } from '../../base/expr/index.ts';

/** Lines that one code can hold: 3^33 is the last power of three below 2^53. */
export const maxCodedLines = 33;

/** Outcomes in the order of their digit: no 0, unknown 1, yes 2. */
const digits: readonly Truth[] = [false, null, true];

/** What a digit of each line weighs: 1, 3, 9, ... */
export function outcomeWeights(lines: number): readonly number[] {
  const weights: number[] = [];
  for (let weight = 1; weights.length < lines; weight *= 3) weights.push(weight);
  return weights;
}

/**
 * Packs the outcomes of up to 33 lines into one integer, line i weighing 3^i.
 *
 * @example
 * encodeOutcomes([true, null, false]); // 2 + 1 x 3 + 0 x 9 = 5
 */
export function encodeOutcomes(truths: readonly Truth[]): number {
  return truths.reduceRight((code: number, truth) => code * 3 + digits.indexOf(truth), 0);
}

/** Unpacks what `encodeOutcomes` packed. */
export function decodeOutcomes(code: number, lines: number): readonly Truth[] {
  let rest = code;
  return Array.from({ length: lines }, () => {
    const digit = rest % 3;
    rest = (rest - digit) / 3;
    return digits[digit] ?? null;
  });
}
