import type { CandidateField } from './types.ts';

/** Records of one level of a field, and how many of them are best. */
export interface LevelCount {
  readonly level: number;
  readonly best: number;
  readonly of: number;
}

/** Best and all records of each level that a condition may name, over the known ones; levels without records are left out. */
export function countLevels(
  { codes, levels }: Pick<CandidateField, 'codes' | 'levels'>,
  label: Uint8Array,
): readonly LevelCount[] {
  const of = new Int32Array(levels.length);
  const best = new Int32Array(levels.length);
  codes.forEach((level, i) => {
    if (level < 0) return;
    of[level]!++;
    best[level]! += label[i]!;
  });
  return levels.flatMap(({ nameable }, level) =>
    nameable && of[level]! > 0 ? [{ level, best: best[level]!, of: of[level]! }] : [],
  );
}
