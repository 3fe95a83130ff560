export { type OpenedBackup, readBackup } from './read-backup.ts';
export type { BackupPart, BackupSink } from './types.ts';
export { writeBackup } from './write-backup.ts';
