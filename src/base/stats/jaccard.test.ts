import { expect, it } from 'vitest';
import { jaccard } from './jaccard.ts';

it('jaccard is shared members over all members', () => {
  expect(jaccard(Uint8Array.of(1, 1, 0, 0), Uint8Array.of(0, 1, 1, 0))).toBeCloseTo(1 / 3, 15);
  expect(jaccard([1, 0], [0, 1])).toBe(0);
});

it('two empty groups are the same', () => {
  expect(jaccard([0, 0], [0, 0])).toBe(1);
});
