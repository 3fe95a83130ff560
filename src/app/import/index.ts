export { absencesOf } from './absences-of.ts';
export type { ImportedSource } from './assemble-source.ts';
export { compareTables } from './compare-tables.ts';
export { composeSignals } from './compose-signals.ts';
export { describeFields } from './describe-fields.ts';
export { importSource } from './import-source.ts';
export { sharedValue, sharingOf } from './join-shared.ts';
export { mapFiles } from './map-files.ts';
export type { MappedTable } from './mapped-file.ts';
export { mergeSources } from './merge-sources.ts';
export { nothingSaid } from './nothing-said.ts';
export { writeQuarantine } from './quarantine.ts';
export { Scratch } from './scratch.ts';
export { snapshotOf } from './snapshot-of.ts';
export type {
  AbsenceSaid,
  FileChoices,
  ImportEvent,
  ImportRequest,
  ImportResult,
  SourceAbsence,
} from './types.ts';
export { withAbsence } from './with-absence.ts';
export { withReports } from './with-reports.ts';
