// Randomness

// Ranks
export { auc } from './auc.ts';
export { type AucInterval, aucInterval } from './auc-interval.ts';
// Counts and shares
export { createMidPTable, type MarkedPopulation, type MidPTable } from './create-mid-p-table.ts';
export { createRandom, type Random } from './create-random.ts';
export { hashSeed } from './hash-seed.ts';
export { hypergeometricMidP } from './hypergeometric-mid-p.ts';
export { jaccard } from './jaccard.ts';
// Survival and special functions
export { kaplanMeier, type SurvivalCurve } from './kaplan-meier.ts';
export { logGamma } from './log-gamma.ts';
export { type LogOddsRatio, logOddsRatio } from './log-odds-ratio.ts';
// Describing a sample
export { mean } from './mean.ts';
export { median } from './median.ts';
export { midranks } from './midranks.ts';
// The normal distribution
export { normalCdf } from './normal-cdf.ts';
export { normalQuantile } from './normal-quantile.ts';
export { normalScores } from './normal-scores.ts';
export { normalUpperTail } from './normal-upper-tail.ts';
export { quantile } from './quantile.ts';
export { spearman } from './spearman.ts';
export { standardize } from './standardize.ts';
export { twoSidedP } from './two-sided-p.ts';
export { variance } from './variance.ts';
export { weightedMean } from './weighted-mean.ts';
export { wilsonInterval } from './wilson-interval.ts';
