import type { BackupResult } from '../../../app/back-up-workspace.ts';
import type { RestoreResult } from '../../../app/restore-backup.ts';
import { sizeText } from './size-text.ts';

/** What `bestfit backup` wrote, for people. */
export function backupText({ path, snapshot, files, bytes, leftOut }: BackupResult): string {
  const missing =
    leftOut.length === 0
      ? []
      : [
          `${leftOut.length} files that only undone imports or old lists need are gone, so they are not in it.`,
        ];
  const data = snapshot === null ? 'no data' : `snapshot ${snapshot}`;
  return [`Backed up to ${path}: ${data}, ${files} files, ${sizeText(bytes)}, all tested.`, ...missing].join(
    '\n',
  );
}

/** What `bestfit restore` put back, for people. */
export function restoreText({ workspace, madeAt, snapshot, files, bytes }: RestoreResult): string {
  const data = snapshot === null ? 'no data' : `snapshot ${snapshot} in force`;
  return `${workspace} is the workspace of ${madeAt}: ${data}, ${files} files, ${sizeText(bytes)}, all tested.`;
}
