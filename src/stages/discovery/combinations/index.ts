export { addsTo } from './adds-to.ts';
export type { Combination, CombinationOutcome } from './as-findings.ts';
export { type Cover, combine, conditionsOf, HOLDS } from './combine.ts';
export { confirmCombinations } from './confirm-combinations.ts';
export type { Part } from './part.ts';
export { proposeCombinations } from './propose-combinations.ts';
export { searchCombinations } from './search-combinations.ts';
