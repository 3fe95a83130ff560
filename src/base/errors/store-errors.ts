import { defineError } from './define-errors.ts';

/** A file that is not what it was: what it holds, and how far back it is not needed. */
type DamagedFile = {
  readonly file: string;
  readonly workspace: string;
  readonly table: string;
  readonly source: string | null;
  /** How often to undo until it is not needed; 0 when that leads nowhere. */
  readonly undos: number;
  /** The snapshot that is current then. */
  readonly older: string | null;
};

function holds({ table, source }: DamagedFile): string {
  return `${source === null ? '' : `from \`${source}\`, `}table \`${table}\``;
}

function wayBack({ undos, older }: DamagedFile): string {
  const check = '`bestfit doctor` tests every file and says what can be mended';
  if (older === null) return `${check}; a backup brings the rest back: \`bestfit restore BACKUP --force\`.`;
  const times = undos === 1 ? '' : ` (${undos} times)`;
  return `\`bestfit undo\`${times} goes back to snapshot ${older}, which does not need it; ${check}.`;
}

/** Refusals of the workspace: what is on disk and who may write it. */
export const storeErrors = {
  'store.nothing-to-undo': defineError<{ workspace: string }>({
    message: ({ workspace }) => `There is nothing to undo in \`${workspace}\`.`,
    remedy: () => 'Import a file first: `bestfit import customers.csv`.',
    status: 409,
    exit: 3,
  }),
  'store.not-a-workspace': defineError<{ workspace: string; why: string }>({
    message: ({ workspace, why }) => `\`${workspace}\` is no Bestfit workspace: ${why}.`,
    remedy: () =>
      'Give the folder of a workspace with `-w FOLDER`, or make one with `bestfit import` or `bestfit demo`.',
    status: 404,
    exit: 3,
  }),
  'store.newer-schema': defineError<{ workspace: string; found: number; newest: number }>({
    message: ({ workspace, found, newest }) =>
      `The workspace \`${workspace}\` was written by a newer Bestfit: its catalog has format ${found}, this one reads up to ${newest}.`,
    remedy: () => 'Update Bestfit and run the command again.',
    status: 409,
    exit: 3,
  }),
  'store.busy': defineError<{ workspace: string }>({
    message: ({ workspace }) => `Another command is writing to the workspace \`${workspace}\`.`,
    remedy: () => 'Nothing was changed. Wait until it has finished and run the command again.',
    status: 503,
    exit: 3,
  }),
  'store.changed-meanwhile': defineError<{ workspace: string }>({
    message: ({ workspace }) => `The data in \`${workspace}\` changed while this command was working.`,
    remedy: () => 'Nothing was changed by this command. Run it again: it then starts from the newer data.',
    status: 409,
    exit: 3,
  }),
  'store.read-only': defineError<{ workspace: string }>({
    message: ({ workspace }) => `Bestfit may not write to the folder \`${workspace}\`.`,
    remedy: () => 'Give yourself write access to the folder, or choose another one with `-w FOLDER`.',
    status: 403,
    exit: 3,
  }),
  'store.disk-full': defineError<{ workspace: string }>({
    message: ({ workspace }) => `The disk that holds \`${workspace}\` is full.`,
    remedy: () => 'Nothing was changed. Free some space and run the command again.',
    status: 507,
    exit: 3,
  }),
  'store.disk-failed': defineError<{ workspace: string; reason: string }>({
    message: ({ workspace, reason }) =>
      `The disk that holds \`${workspace}\` could not be read or written: ${reason}.`,
    remedy: () => 'Nothing was changed. Check the disk, then run the command again or restore a backup.',
    status: 500,
    exit: 1,
  }),
  'store.damaged': defineError<{ what: string }>({
    message: ({ what }) => `The workspace is damaged: ${what}.`,
    remedy: () =>
      'Bring the last backup back (`bestfit restore BACKUP --force`), then import newer files again.',
    status: 500,
    exit: 1,
  }),
  'store.file-missing': defineError<DamagedFile>({
    message: (params) =>
      `A data file of the workspace is missing: \`${params.file}\` in \`${params.workspace}\` (${holds(params)}).`,
    remedy: wayBack,
    status: 500,
    exit: 1,
  }),
  'store.file-damaged': defineError<DamagedFile>({
    message: (params) =>
      `A data file of the workspace was altered or cut off: \`${params.file}\` in \`${params.workspace}\` (${holds(params)}).`,
    remedy: wayBack,
    status: 500,
    exit: 1,
  }),
  'backup.exists': defineError<{ path: string }>({
    message: ({ path }) => `There is something at \`${path}\` already.`,
    remedy: () => 'Choose another name for the backup. Nothing was written.',
    status: 409,
    exit: 3,
  }),
  'backup.not-one': defineError<{ path: string; why: string }>({
    message: ({ path, why }) => `\`${path}\` is no backup of a Bestfit workspace: ${why}.`,
    remedy: () => 'Name the folder or the `.tar` file that `bestfit backup` wrote.',
    status: 422,
    exit: 3,
  }),
  'backup.damaged': defineError<{ path: string; part: string; why: string }>({
    message: ({ path, part, why }) => `The backup \`${path}\` is damaged: \`${part}\` ${why}.`,
    remedy: () => 'Use another copy of it, or an older backup. The workspace was left as it was.',
    status: 422,
    exit: 3,
  }),
  'restore.has-data': defineError<{ workspace: string }>({
    message: ({ workspace }) => `The workspace \`${workspace}\` holds data that a restore would replace.`,
    remedy: () =>
      'Restore into another folder (`bestfit -w FOLDER restore BACKUP`), or add `--force`. Nothing was changed.',
    status: 409,
    exit: 3,
  }),
  'store.no-data': defineError<{ workspace: string }>({
    message: ({ workspace }) => `There is no data in \`${workspace}\` yet.`,
    remedy: () =>
      'Import your customers first: `bestfit import customers.csv`. To look around, run `bestfit demo`; without data, `bestfit profile new`.',
    status: 409,
    exit: 3,
  }),
  'store.no-accounts': defineError<{ workspace: string }>({
    message: ({ workspace }) => `There are no accounts in \`${workspace}\` to score.`,
    remedy: () => 'Import companies: `bestfit import prospects.csv`.',
    status: 409,
    exit: 3,
  }),
} as const;
