import { defineError } from './define-errors.ts';

/** Long work: what ended it, and what cannot be asked of it. */
export const jobErrors = {
  'job.missing': defineError<{ job: string }>({
    message: ({ job }) => `There is no job \`${job}\`.`,
    remedy: () => 'Only the newest hundred jobs are kept; what they saved stands in the workspace.',
    status: 404,
    exit: 3,
  }),
  'job.over': defineError<{ job: string; state: string }>({
    message: ({ job, state }) => `Job \`${job}\` cannot be cancelled here: it is \`${state}\`.`,
    remedy: () => 'Nothing was changed. What an import saved is taken back by undo.',
    status: 409,
    exit: 3,
  }),
  'job.under-way': defineError<{ job: string; state: string }>({
    message: ({ job, state }) => `Job \`${job}\` is \`${state}\`: it is not over yet.`,
    remedy: () => 'Wait until it is over, or cancel it first.',
    status: 409,
    exit: 3,
  }),
  'job.cut-off': defineError<{ job: string; unchanged: boolean }>({
    message: ({ job, unchanged }) =>
      unchanged
        ? `The \`${job}\` was cut off before its result was saved.`
        : `The \`${job}\` was cut off just after its result was saved.`,
    remedy: ({ unchanged }) =>
      unchanged
        ? 'The data are as they were before. Start it again.'
        : 'Nothing is missing: the result stands, and an import can be taken back by undo.',
    status: 500,
    exit: 1,
  }),
  'job.crashed': defineError<{ job: string; how: string; unchanged: boolean; trace: string }>({
    message: ({ job, how, unchanged }) =>
      `The process of the \`${job}\` ended by itself (${how}), ${unchanged ? 'before' : 'after'} its result was saved.`,
    remedy: ({ unchanged }) =>
      `${unchanged ? 'The data are as they were before.' : 'The result stands.'} Often the machine ran out of memory: close other programs and start it again; if it ends so again, please report it.`,
    status: 500,
    exit: 1,
  }),
  'upload.missing': defineError<{ file: string }>({
    message: ({ file }) => `The uploaded file of \`${file}\` is not kept any more.`,
    remedy: () => 'Choose the file again. Nothing was changed.',
    status: 404,
    exit: 3,
  }),
  'upload.cut': defineError<{ file: string }>({
    message: ({ file }) => `\`${file}\` did not arrive whole: the connection was cut.`,
    remedy: () => 'Nothing of it was kept. Choose the file again.',
    status: 400,
    exit: 3,
  }),
} as const;
