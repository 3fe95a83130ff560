import { describe, expect, it } from 'vitest';
import { jaccard } from './jaccard.ts';

describe('jaccard', () => {
  // python3: 1 - scipy.spatial.distance.jaccard(a, b)
  it.each([
    [[1, 1, 0, 0], [0, 1, 1, 0], 0.33333333333333337],
    [[1, 1], [1, 1], 1],
    [[1, 0], [0, 1], 0],
    [[0, 0], [0, 0], 1],
  ])('of %j and %j is shared members over all members: %d', (a, b, shared) => {
    expect(jaccard(a, b)).toBeCloseTo(shared, 15);
    expect(jaccard(Uint8Array.from(b), a)).toBeCloseTo(shared, 15);
  });

  // python3: i = numpy.arange(1000); 1 - scipy.spatial.distance.jaccard(i % 3 == 0, i % 2 == 0)
  it('of every third and every second of a thousand is about a quarter', () => {
    const every = (n: number) => Array.from({ length: 1000 }, (_, i) => Number(i % n === 0));
    expect(jaccard(every(3), every(2))).toBeCloseTo(0.2503748125937032, 15);
  });
});
