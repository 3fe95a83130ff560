import { defineError } from './define-errors.ts';

/** Refusals of a learned scorecard. */
export const scorecardErrors = {
  'scorecard.no-evidence': defineError<{ units: number }>({
    message: ({ units }) =>
      `There is no evidence that any card beats the base rate: on ${units} held-out units its order could be chance.`,
    remedy: () =>
      'The page stays as it is. Bring more customers or other fields; `bestfit discover` says how many would settle what.',
    status: 422,
    exit: 3,
  }),
  'scorecard.not-searchable': defineError<Record<string, never>>({
    message: () =>
      'This card asks about traits that no prospect can be searched by, so it cannot score the market.',
    remedy: () =>
      'Keep it as a guide for open deals, or bring a list of prospects that has these fields. Nothing was changed.',
    status: 422,
    exit: 3,
  }),
  'scorecard.no-such-card': defineError<{ wanted: number; found: number }>({
    message: ({ wanted, found }) =>
      `There is no card ${wanted}: ${found === 1 ? 'only one was' : `${found} were`} learned.`,
    remedy: ({ found }) => `Choose a number from 1 to ${found} for \`--save\`; nothing was changed.`,
    status: 422,
    exit: 3,
  }),
  'scorecard.no-such-line': defineError<{ line: string; matches: number; known: readonly string[] }>({
    message: ({ line, matches, known }) =>
      `${matches === 0 ? 'No line of the page is' : `${matches} lines of the page match`} \`${line}\`. It has:\n${known.map((one) => `  ${one}`).join('\n')}`,
    remedy: () =>
      'Write the line as the page has it, or a part that only one of them has; nothing was changed.',
    status: 422,
    exit: 3,
  }),
  'scorecard.no-such-subject': defineError<{ word: string }>({
    message: ({ word }) => `\`${word}\` is no field, tool or category of tools in the data.`,
    remedy: () => '`bestfit field` lists the fields, `bestfit quality` the tools; nothing was changed.',
    status: 422,
    exit: 3,
  }),
} as const;
