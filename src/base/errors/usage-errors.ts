import { defineError } from './define-errors.ts';

/** Wrong use of a command or a route: exit 2. */
export const usageErrors = {
  'usage.bad-option': defineError<{ option: string; value: string; expected: string }>({
    message: ({ option, value, expected }) => `\`${option}\` cannot be \`${value}\`: it takes ${expected}.`,
    remedy: ({ option }) => `Run the command with \`--help\` to see what \`${option}\` takes.`,
    status: 400,
    exit: 2,
  }),
  'account.missing': defineError<{ account: string }>({
    message: ({ account }) => `No account has the id, domain or name \`${account}\`.`,
    remedy: () => 'Take the id from `bestfit list`, or a part of the name that only this account has.',
    status: 404,
    exit: 3,
  }),
  'account.ambiguous': defineError<{ account: string; candidates: readonly string[] }>({
    message: ({ account, candidates }) =>
      `\`${account}\` fits ${candidates.length} or more accounts: ${candidates.slice(0, 5).join(', ')}.`,
    remedy: () => 'Use the account id, the first word in each of these.',
    status: 409,
    exit: 3,
  }),
  'usage.incomplete': defineError<{ command: string; needs: string }>({
    message: ({ command, needs }) => `\`bestfit ${command}\` needs ${needs}.`,
    remedy: ({ command }) => `Run \`bestfit ${command} --help\` for examples.`,
    status: 400,
    exit: 2,
  }),
} as const;
