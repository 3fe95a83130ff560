import { expect, it } from 'vitest';
import { tiedRuns } from './tied-runs.ts';

it('each known score is one run, the highest first', () => {
  expect(tiedRuns([2, 5, Number.NaN, 2, 5, 2], [1, 0, 1, 0, 1, 1])).toEqual([
    { score: 5, n: 2, positives: 1 },
    { score: 2, n: 3, positives: 2 },
  ]);
});
