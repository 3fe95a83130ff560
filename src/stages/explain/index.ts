export { agreeingFactor, agreeingYears } from './agrees-on.ts';
export { type ComparedSubject, type ComparedThings, comparedSubjects } from './compared-subjects.ts';
export {
  type ExplainedLine,
  type ExplainedTiming,
  explainScore,
  type ScoreExplanation,
} from './explain-score.ts';
export { explainUnknowns, type UnknownLine } from './explain-unknowns.ts';
export { type ComparedCustomer, type ComparedOn, type Likeness, mostAlike } from './most-alike.ts';
export type { Step } from './smallest-ways.ts';
export { type TimingFall, timingOutlook } from './timing-outlook.ts';
export { type WaysHot, waysHot } from './ways-hot.ts';
export { type WaysUp, type WayUp, waysUp } from './ways-up.ts';
export type { DataKnowledge } from './why-unknown.ts';
