export { type CompileOptions, compileCard } from './compile-card.ts';
export { decisiveLines } from './decisive-lines.ts';
export {
  type MarketAsk,
  type MarketCard,
  type MarketCounts,
  marketColumns,
  marketCountsQuery,
  mostMarketSteps,
  type ReachedUnits,
  readMarketCounts,
} from './market-counts.ts';
export { decodeOutcomes, encodeOutcomes } from './outcome-code.ts';
export { scoreQuery } from './score-query.ts';
export { scoreRecord } from './score-record.ts';
export { tallyQuery } from './tally-query.ts';
export { tierOf } from './tier-of.ts';
export type * from './types.ts';
