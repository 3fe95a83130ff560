export { type CompileOptions, compileCard } from './compile-card.ts';
export { decisiveLines } from './decisive-lines.ts';
export { decodeOutcomes, encodeOutcomes, maxCodedLines } from './outcome-code.ts';
export { type OutcomeCount, outcomeCountsQuery, readOutcomeCount } from './outcome-counts.ts';
export { scoreQuery } from './score-query.ts';
export { scoreRecord } from './score-record.ts';
export { tallyQuery } from './tally-query.ts';
export { tierOf } from './tier-of.ts';
export type * from './types.ts';
