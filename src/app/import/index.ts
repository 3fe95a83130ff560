export { compareTables } from './compare-tables.ts';
export { describeFields } from './describe-fields.ts';
export { type ImportedSource, importSource } from './import-source.ts';
export { mapFiles } from './map-files.ts';
export { mergeSources } from './merge-sources.ts';
export { writeQuarantine } from './quarantine.ts';
export { Scratch } from './scratch.ts';
export { snapshotOf } from './snapshot-of.ts';
export type { FileChoices, ImportEvent, ImportRequest, ImportResult } from './types.ts';
