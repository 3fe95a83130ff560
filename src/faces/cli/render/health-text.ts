import type { HealthFinding, HealthReport } from '../../../app/examine-workspace.ts';
import { sizeText } from './size-text.ts';

/** The report of `bestfit doctor` for people. */
export function healthText(report: HealthReport): string {
  const { workspace, sound, snapshot, looked, findings } = report;
  const seen = `${looked.commits} imports and fixes, ${looked.files} files (${sizeText(looked.bytes)}, ${looked.rows} rows)`;
  const head = snapshot === null ? 'No data are in force.' : `Snapshot ${snapshot} is in force.`;
  const verdict = sound ? 'Sound: everything that was saved is there.' : 'Something is wrong.';
  return [
    `${workspace}: ${seen}. ${head}`,
    ...findings.flatMap(findingLines),
    verdict,
    ...nextStep(report),
  ].join('\n');
}

function findingLines({ severity, subject, detail, repaired }: HealthFinding): readonly string[] {
  const mark = severity === 'note' ? 'note ' : 'wrong';
  return [`${mark}  ${subject}: ${detail}`, ...(repaired === null ? [] : [`       mended: ${repaired}`])];
}

const mendable: readonly string[] = ['file-missing', 'file-altered', 'file-unreadable', 'rows-differ'];

function nextStep({ sound, repair, findings }: HealthReport): readonly string[] {
  if (sound) return [];
  const open = findings.filter(({ severity, repaired }) => severity === 'wrong' && repaired === null);
  const restore = '`bestfit restore BACKUP --force`';
  if (open.some(({ code }) => code === 'catalog-broken')) return [`Bring the last backup back: ${restore}.`];
  if (!open.some(({ code }) => mendable.includes(code))) return [];
  return repair
    ? [
        `No import is whole: bring a backup back (${restore}), or \`bestfit undo\` and import the files again.`,
      ]
    : [
        `\`bestfit doctor --repair\` goes back to the newest import whose files are whole; or bring a backup back: ${restore}.`,
      ];
}
