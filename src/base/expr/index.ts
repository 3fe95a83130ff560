export { daysBetween } from './days-between.ts';
export { describeCondition } from './describe-condition.ts';
export { signalSubject } from './describe-signal.ts';
export { durationDays } from './duration-days.ts';
export { evaluate } from './evaluate.ts';
export { growthFloor } from './evaluate-growth.ts';
export { newestSignal } from './evaluate-signal.ts';
export { fieldsOf } from './fields-of.ts';
export { foldText } from './fold-text.ts';
export { formatDuration } from './format-duration.ts';
export { isDate } from './is-date.ts';
export { type LabelOf, plainLabel } from './label-of.ts';
export { nameCountries } from './name-countries.ts';
export { nearestWord } from './nearest-word.ts';
export { parseDuration } from './parse-duration.ts';
export { type PatternCondition, patternCondition } from './pattern-condition.ts';
export { conditionKeys, readCondition } from './read-condition.ts';
export { regionOf, regions } from './regions.ts';
export { resolveCondition } from './resolve-condition.ts';
export { shiftDate } from './shift-date.ts';
export { type SignalKind, signalKinds } from './signal-kinds.ts';
export { subjectOf } from './subject-of.ts';
export type * from './types.ts';
export {
  type WrittenCondition,
  type WrittenSignal,
  type WrittenTool,
  writeCondition,
} from './write-condition.ts';
