export { type LearnOutcome, learnScorecard } from './learn-scorecard.ts';
export { learnedDocument } from './learned-document.ts';
export type * from './types.ts';
