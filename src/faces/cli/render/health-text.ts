import type { HealthFinding, HealthReport } from '../../../app/examine-workspace.ts';
import { sizeText } from './size-text.ts';

/** The report of `bestfit doctor` for people. */
export function healthText({ workspace, sound, snapshot, looked, findings }: HealthReport): string {
  const seen = `${looked.commits} imports and fixes, ${looked.files} files (${sizeText(looked.bytes)}, ${looked.rows} rows)`;
  const head = snapshot === null ? 'No data are in force.' : `Snapshot ${snapshot} is in force.`;
  const verdict = sound ? 'Sound: everything that was saved is there.' : 'Something is wrong.';
  return [
    `${workspace}: ${seen}. ${head}`,
    ...findings.flatMap(findingLines),
    verdict,
    ...nextStep(sound, findings),
  ].join('\n');
}

function findingLines({ severity, subject, detail, repaired }: HealthFinding): readonly string[] {
  const mark = severity === 'note' ? 'note ' : 'wrong';
  return [`${mark}  ${subject}: ${detail}`, ...(repaired === null ? [] : [`       mended: ${repaired}`])];
}

const mendable: readonly string[] = ['file-missing', 'file-altered', 'file-unreadable', 'rows-differ'];

function nextStep(sound: boolean, findings: readonly HealthFinding[]): readonly string[] {
  if (sound) return [];
  const open = findings.filter(({ severity, repaired }) => severity === 'wrong' && repaired === null);
  const isFile = open.some(({ code }) => mendable.includes(code));
  return isFile
    ? [
        '`bestfit doctor --repair` goes back to the newest import whose files are whole; or bring a backup back: `bestfit restore BACKUP --force`.',
      ]
    : ['Bring the last backup back (`bestfit restore BACKUP --force`) where the catalog is broken.'];
}
