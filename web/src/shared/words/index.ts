export { type Budget, budgetWords } from './budget-words.ts';
export { conditionWords } from './condition-words.ts';
export { dateWords } from './date-words.ts';
export { durationWords } from './duration-words.ts';
export { type ErrorWords, errorWords, type Refusal } from './error-words.ts';
export {
  type Evidence,
  type EvidenceWords,
  evidenceWords,
  type Verdict,
  verdictWords,
} from './evidence-words.ts';
export { type Held, heldWords } from './held-words.ts';
export { listWords } from './list-words.ts';
export { messageWords } from './message-words.ts';
export { moneyWords } from './money-words.ts';
export { numberWords } from './number-words.ts';
export { type PatternCondition, plainCondition } from './plain-condition.ts';
export { eventWords } from './signal-words.ts';
export { subjectWords } from './subject-words.ts';
export { toldWords } from './told-words.ts';
export type {
  Condition,
  Duration,
  Message,
  MessageParam,
  Scalar,
  Signal,
  Speech,
  Tool,
  Translate,
} from './types.ts';
export { valueWords } from './value-words.ts';
