export { type DeltaContext, deltaRows } from './delta-rows.ts';
export {
  type ImportColumn,
  type ImportedField,
  type ImportedStream,
  importColumns,
} from './import-columns.ts';
export { importQuery, labelSeveral, type SeveralLabels } from './import-query.ts';
export { lastWritten } from './last-written.ts';
export { type ListedRecordsParts, listedRecords } from './listed-records.ts';
export { type AliasParts, mergedAliases } from './merged-aliases.ts';
export { type MirrorParts, mergedMirror } from './merged-mirror.ts';
export { countGone, countKept, type MirrorPair } from './mirror-changes.ts';
export { deltaColumns, mirrorColumns, valueColumn } from './mirror-columns.ts';
export { nextBookmark, type SeenDates, sinceOf } from './next-bookmark.ts';
export { reshapedMirror } from './reshaped-mirror.ts';
export { type FunnelParts, stageFunnel } from './stage-funnel.ts';
export type * from './types.ts';
export {
  countPlan,
  countUnfound,
  currentColumn,
  desiredColumn,
  type PlannedField,
  type WritePlanParts,
  writePlan,
} from './write-plan.ts';
