import { defineError } from './define-errors.ts';

/** Refusals of a sync with a source of records. */
export const syncErrors = {
  'sync.running': defineError<{ connection: string; startedAt: string }>({
    message: ({ connection, startedAt }) =>
      `Another process works on the connection \`${connection}\` since ${startedAt}.`,
    remedy: () =>
      'Nothing was changed. Wait until it has finished; one that died is noticed within a minute.',
    status: 409,
    exit: 3,
  }),
  'sync.taken-over': defineError<{ connection: string }>({
    message: ({ connection }) =>
      `This process was not seen for so long that another one took over the sync of \`${connection}\`.`,
    remedy: () => 'Nothing is lost: what was read until then is kept, and the other process goes on from it.',
    status: 409,
    exit: 3,
  }),
  'sync.bad-schedule': defineError<{ cron: string; timeZone: string | null; why: string }>({
    message: ({ cron, timeZone, why }) =>
      `\`${cron}\`${timeZone === null ? '' : ` in \`${timeZone}\``} is no schedule: ${why}.`,
    remedy: () =>
      'Give five fields (minute, hour, day of the month, month, day of the week): `0 6 * * 1-5` is six in the morning on weekdays.',
    status: 422,
    exit: 2,
  }),
  'sync.unknown-stream': defineError<{ connection: string; stream: string; known: readonly string[] }>({
    message: ({ connection, stream, known }) =>
      `\`${connection}\` has no \`${stream}\`: there are ${known.map((name) => `\`${name}\``).join(', ')}.`,
    remedy: ({ connection, known }) =>
      `Name those that are to be read: \`bestfit connect set ${connection} --streams "${known.slice(0, 3).join(',')}"\`.`,
    status: 422,
    exit: 2,
  }),
  'sync.unknown-field': defineError<{ stream: string; field: string; near: readonly string[] }>({
    message: ({ stream, field, near }) =>
      `\`${stream}\` has no field \`${field}\`${near.length === 0 ? '' : `; near it: ${near.map((name) => `\`${name}\``).join(', ')}`}.`,
    remedy: () => '`bestfit connect show NAME --fields` lists them.',
    status: 422,
    exit: 2,
  }),
  'sync.unknown-stage': defineError<{ stage: string; known: readonly string[] }>({
    message: ({ stage, known }) =>
      `There is no stage \`${stage}\`: there are ${known.map((name) => `\`${name}\``).join(', ')}.`,
    remedy: () => 'Name a stage by its label or id; `bestfit connect show NAME` lists them.',
    status: 422,
    exit: 2,
  }),
  'sync.not-read': defineError<{ connection: string }>({
    message: ({ connection }) =>
      `Nothing was read through \`${connection}\` yet, so nobody knows what stands there.`,
    remedy: ({ connection }) => `Read first: \`bestfit sync ${connection}\`.`,
    status: 409,
    exit: 3,
  }),
  'sync.nothing-chosen': defineError<{ connection: string }>({
    message: ({ connection }) => `Nothing is written to \`${connection}\`: no field was chosen.`,
    remedy: ({ connection }) =>
      `Choose what may be written: \`bestfit connect set ${connection} --write fit,tier,timing,play\`.`,
    status: 409,
    exit: 3,
  }),
  'sync.only-read': defineError<{ connection: string; why: string }>({
    message: ({ connection, why }) => `Nothing can be written to \`${connection}\`: ${why}`,
    remedy: () => 'Nothing was changed. `bestfit export list --to list.csv` writes the list to a file.',
    status: 422,
    exit: 2,
  }),
  'sync.stopped': defineError<{ connection: string }>({
    message: ({ connection }) => `The work with \`${connection}\` was stopped.`,
    remedy: () =>
      'What came or was written until then is kept, and the data are as they were. Run the same command again: it goes on from there.',
    status: 409,
    exit: 3,
  }),
} as const;
