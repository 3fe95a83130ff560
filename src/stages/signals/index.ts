export {
  type AccountPair,
  accountSignals,
  changedAccounts,
  comparedAccounts,
  countChanges,
  isWrittenAnew,
} from './account-changes.ts';
export { CHANGED_FIELD, type ChangeSpan } from './change-rows.ts';
export { type DatedSignals, datedSignalsQuery, readDatedSignals, spansOf } from './change-spans.ts';
export { decayedPoints, timingScale } from './decayed-points.ts';
export { decayedThousandths } from './decayed-thousandths.ts';
export {
  closedPostings,
  type EventList,
  eventsOnlyIn,
  withFirstSeen,
} from './event-changes.ts';
export { sumTiming } from './sum-timing.ts';
export { timingClass } from './timing-class.ts';
export { type ToolList, toolChanges } from './tool-changes.ts';
export type { TimingClass, TimingTiers } from './types.ts';
export {
  filedFields,
  namesItsRows,
  switchedOff,
  type WatchedField,
  watchedFields,
} from './watched-fields.ts';
