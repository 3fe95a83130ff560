import type { CandidateField } from './types.ts';

/** Records of each group per level. */
interface LevelCounts {
  readonly best: number;
  readonly rest: number;
}

/**
 * How far a field alone tells best from rest, 0 to 1: the larger of the area under the curve of its levels (in order,
 * or by their share of best) and the largest share difference of any window or group. 0 when under five of either
 * group are known: then perfection is cheap.
 */
export function separation(
  field: Pick<CandidateField, 'codes' | 'levels' | 'ordered'>,
  label: Uint8Array,
): number {
  const levels = countLevels(field, label);
  const total = add(levels);
  if (total.best < 5 || total.rest < 5) return 0;
  const sorted = field.ordered ? levels : [...levels].sort((a, b) => shareOf(a) - shareOf(b));
  const area = areaUnder(sorted, total);
  return Math.max(area, 1 - area, largestGap(sorted, total));
}

function countLevels(
  { codes, levels }: Pick<CandidateField, 'codes' | 'levels'>,
  label: Uint8Array,
): readonly LevelCounts[] {
  const counts = levels.map(() => ({ best: 0, rest: 0 }));
  codes.forEach((level, i) => {
    if (level < 0) return;
    if (label[i] === 1) counts[level]!.best++;
    else counts[level]!.rest++;
  });
  return counts.filter(({ best, rest }) => best + rest > 0);
}

function add(levels: readonly LevelCounts[]): LevelCounts {
  return levels.reduce((sum, l) => ({ best: sum.best + l.best, rest: sum.rest + l.rest }), {
    best: 0,
    rest: 0,
  });
}

function shareOf({ best, rest }: LevelCounts): number {
  return best / (best + rest);
}

function areaUnder(sorted: readonly LevelCounts[], total: LevelCounts): number {
  let below = 0;
  let area = 0;
  for (const { best, rest } of sorted) {
    area += best * (below + rest / 2);
    below += rest;
  }
  return area / (total.best * total.rest);
}

/** Largest share difference over contiguous runs: the extremes of the running difference. */
function largestGap(sorted: readonly LevelCounts[], total: LevelCounts): number {
  let running = 0;
  let low = 0;
  let high = 0;
  for (const { best, rest } of sorted) {
    running += best / total.best - rest / total.rest;
    low = Math.min(low, running);
    high = Math.max(high, running);
  }
  return high - low;
}
