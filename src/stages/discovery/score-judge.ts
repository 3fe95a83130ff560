import { twoSidedP } from '../../base/stats/index.ts';
import type { Judge } from './judge.ts';

/**
 * Judges by a score: z = (sum inside - cover x mean) / sd sqrt(m(n - m)/n) over the known records, which has
 * variance exactly 1 over all permutations. Strength is z squared.
 */
export function createScoreJudge(): Judge {
  let size = 0;
  let mean = 0;
  let scale = 0;
  return {
    sides: 2,
    open: (known, sum, squares) => {
      const variance = (squares - (sum * sum) / known) / (known - 1);
      size = known;
      mean = sum / known;
      scale = variance > 1e-12 ? known / variance : 0;
    },
    strength: (sum, cover) => {
      const excess = sum - cover * mean;
      return (excess * excess * scale) / (cover * (size - cover));
    },
    p: (strength) => twoSidedP(Math.sqrt(strength)),
    z: Math.sqrt,
  };
}
