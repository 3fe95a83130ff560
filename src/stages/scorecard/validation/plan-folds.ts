/** How often units are dealt to folds, and how many folds. */
export interface FoldPlan {
  readonly repeats: number;
  readonly folds: number;
}

/** Units below which a fold must hold two of the rarer outcome (statistics.md, section 6). */
const SMALL = 60;
const FOLDS = 5;
/** Repeats up to so many units: what one more repeat tells shrinks with them, while its cost grows. */
const REPEATS = [
  { units: 200, repeats: 10 },
  { units: 1000, repeats: 4 },
  { units: 5000, repeats: 2 },
] as const;

/** 10 times 5 folds; below 60 units half as many folds as the rarer outcome occurs; fewer repeats of many units. */
export function planFolds(units: number, positives: number): FoldPlan {
  const rarer = Math.min(positives, units - positives);
  const folds = units < SMALL ? Math.min(FOLDS, Math.max(2, Math.floor(rarer / 2))) : FOLDS;
  return { folds, repeats: REPEATS.find((step) => units <= step.units)?.repeats ?? 1 };
}
