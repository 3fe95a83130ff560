import { defineError } from './define-errors.ts';

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
    remedy: () => 'Put the last backup of the folder in its place, then import newer files again.',
    status: 500,
    exit: 1,
  }),
  'store.file-missing': defineError<{ file: string; workspace: string }>({
    message: ({ file, workspace }) =>
      `A data file of the workspace is missing: \`${file}\` in \`${workspace}\`.`,
    remedy: () => 'Import the source file again, or restore the last backup.',
    status: 500,
    exit: 1,
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
