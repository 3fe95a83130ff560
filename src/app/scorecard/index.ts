export {
  type ComparedScorecards,
  type ComparedSubject,
  type ComparedTiers,
  type CompareRequest,
  compareScorecards,
  type PlacedApart,
} from './compare-scorecards.ts';
export { comparedDocument } from './compared-document.ts';
export { type LastLearned, lastLearned } from './last-learned.ts';
export { type LearnOutcome, learnScorecard } from './learn-scorecard.ts';
export { learnedDocument } from './learned-document.ts';
export { nothingAsked } from './nothing-asked.ts';
export type * from './types.ts';
