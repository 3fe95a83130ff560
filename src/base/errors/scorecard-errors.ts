import { defineError } from './define-errors.ts';

/** Refusals of learning and changing a scorecard. */
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
  'scorecard.not-for-page': defineError<{ contrast: string }>({
    message: ({ contrast }) =>
      `A card for \`${contrast}\` is no page of whom to win: it would put those first who leave.`,
    remedy: () =>
      'Use it beside the page (`bestfit scorecard compare best-rest churned-kept`), and write what speaks against a customer as anti-ICP lines. Nothing was changed.',
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
  'scorecard.no-such-subject': defineError<{ word: string }>({
    message: ({ word }) => `\`${word}\` is no field, tool or category of tools in the data.`,
    remedy: () => '`bestfit field` lists the fields, `bestfit quality` the tools; nothing was changed.',
    status: 422,
    exit: 3,
  }),
  'scorecard.line-missing': defineError<{ line: string; lines: readonly string[] }>({
    message: ({ line, lines }) =>
      lines.length === 0
        ? `The page has no fit line, so none is \`${line}\`.`
        : `No fit line of the page is \`${line}\`. It has: ${lines.join('; ')}.`,
    remedy: () =>
      'Name a line by a part of its words that no other line has. Timing and anti-ICP lines, and new ones, are changed on the page itself: `bestfit profile show --format yaml`, then `bestfit profile apply`.',
    status: 404,
    exit: 3,
  }),
  'scorecard.line-ambiguous': defineError<{ line: string; lines: readonly string[] }>({
    message: ({ line, lines }) => `\`${line}\` fits ${lines.length} fit lines: ${lines.join('; ')}.`,
    remedy: () => 'Use a part of the words that only one of them has.',
    status: 409,
    exit: 3,
  }),
  'scorecard.too-few-totals': defineError<{ needed: number; found: number }>({
    message: ({ needed, found }) =>
      `The accounts have ${found === 1 ? 'one total' : `${found} different totals`}, too few to tell ${needed} tiers apart: accounts with one total stay together.`,
    remedy: () =>
      'Ask for fewer tiers (`--capacity 10%`), or give the page more lines that tell accounts apart.',
    status: 422,
    exit: 3,
  }),
  'scorecard.not-validated': defineError<{ profile: string; version: number }>({
    message: ({ profile, version }) =>
      `Version ${version} of \`${profile}\` was not validated on these data, so no probability is known of any total.`,
    remedy: () =>
      'Run `bestfit scorecard learn` first, or cut the tiers by capacity: `bestfit scorecard tiers --capacity 10%,20%,30%`.',
    status: 409,
    exit: 3,
  }),
  'scorecard.rate-out-of-reach': defineError<{ rate: string; highest: string }>({
    message: ({ rate, highest }) =>
      `No total promises \`${rate}\`: the highest rate that one promises is ${highest}.`,
    remedy: ({ highest }) => `Ask for ${highest} or less, or cut the tiers by capacity.`,
    status: 422,
    exit: 3,
  }),
  'scorecard.tiers-alike': defineError<{ first: string; second: string; total: number }>({
    message: ({ first, second, total }) =>
      `\`${first}\` and \`${second}\` both begin at a total of ${total} points, so one of the tiers would be empty.`,
    remedy: () => 'Ask for rates that lie further apart.',
    status: 422,
    exit: 3,
  }),
} as const;
