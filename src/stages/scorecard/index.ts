export { type CompileOptions, compileCard } from './compile-card.ts';
export { decisiveLines } from './decisive-lines.ts';
export { decodeOutcomes, encodeOutcomes } from './outcome-code.ts';
export { scoreQuery } from './score-query.ts';
export { scoreRecord } from './score-record.ts';
export { tallyQuery } from './tally-query.ts';
export type * from './types.ts';
