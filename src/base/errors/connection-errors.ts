import { defineError } from './define-errors.ts';

/** A budget of the day that is used as far as was allowed. */
type SpentBudget = {
  readonly vendor: string;
  readonly used: number;
  /** Null when the vendor does not tell. */
  readonly limit: number | null;
  /** Of the limit, in percent, that may be used. */
  readonly share: number;
  readonly unit: 'requests' | 'tokens';
  /** ISO 8601; null when nobody knows. */
  readonly resetsAt: string | null;
};

/** Refusals of connections to systems outside, such as CRMs. */
export const connectionErrors = {
  'connection.unauthorized': defineError<{ vendor: string }>({
    message: ({ vendor }) =>
      `${vendor} does not accept the token of this connection: it is wrong, it ended, or it was taken back.`,
    remedy: ({ vendor }) =>
      `Make a new token in ${vendor} and give it: in the environment, or \`bestfit connect set NAME --secret token=@FILE\`. What was read is kept.`,
    status: 502,
    exit: 3,
  }),
  'connection.forbidden': defineError<{ vendor: string; missing: string }>({
    message: ({ vendor, missing }) => `The token may not do this in ${vendor}: \`${missing}\` is missing.`,
    remedy: ({ vendor, missing }) =>
      `Let an administrator of ${vendor} give the token \`${missing}\`, then run the command again; or leave that out: \`bestfit connect set NAME --streams companies,deals\`.`,
    status: 502,
    exit: 3,
  }),
  'connection.refused': defineError<{ vendor: string; status: number; code: string; message: string }>({
    message: ({ vendor, status, code, message }) =>
      `${vendor} refused a request (${status}, \`${code}\`): ${message}`,
    remedy: () =>
      'What came before it is kept. If the words do not help, please report them with the command you ran.',
    status: 502,
    exit: 3,
  }),
  'connection.unreachable': defineError<{ vendor: string; tries: number; why: string }>({
    message: ({ vendor, tries, why }) =>
      `${vendor} gave no answer that could be used; times it was asked: ${tries}. The last time: ${why}.`,
    remedy: () =>
      'What came before is kept. Check the network, wait a while and run the command again: it goes on.',
    status: 504,
    exit: 3,
  }),
  'connection.budget-spent': defineError<SpentBudget>({
    message: ({ vendor, used, limit, share, unit }) =>
      `The day's budget of ${vendor} is used as far as it may be: ${used} of ${limit === null ? 'all' : limit} ${unit}, with ${share}% allowed.`,
    remedy: ({ resetsAt }) =>
      `What came before is kept. Run the command again ${resetsAt === null ? 'tomorrow' : `after ${resetsAt}`}: it goes on; or allow a larger share: \`bestfit connect set NAME --budget 95%\`.`,
    status: 429,
    exit: 3,
  }),
  'connection.private-address': defineError<{ origin: string; address: string }>({
    message: ({ origin, address }) =>
      `\`${origin}\` is an address of this machine or of a private network (${address}); secrets are not sent there unasked.`,
    remedy: () =>
      'Check the address. If it is meant (a gateway, a stand-in), allow private addresses for the connection.',
    status: 422,
    exit: 3,
  }),
  'connection.bad-origin': defineError<{ origin: string; why: string }>({
    message: ({ origin, why }) => `\`${origin}\` cannot be the address of an API: ${why}.`,
    remedy: () => 'Give `https://` and the host alone, such as `https://acme.my.salesforce.com`.',
    status: 422,
    exit: 3,
  }),
  'connection.origin-missing': defineError<{ vendor: string; connector: string; variable: string }>({
    message: ({ vendor }) => `${vendor} has another address for each company, and none was given.`,
    remedy: ({ connector, variable }) =>
      `Give it: \`bestfit connect ${connector} --origin https://acme.my.salesforce.com\`, or set \`${variable}\`.`,
    status: 422,
    exit: 3,
  }),
  'connection.secret-missing': defineError<{
    vendor: string;
    variables: readonly string[];
    command: string;
  }>({
    message: ({ vendor, variables }) =>
      `The connection to ${vendor} needs ${variables.map((name) => `\`${name}\``).join(', ')}.`,
    remedy: ({ command }) =>
      `Set it in the environment, or keep it encrypted in the workspace: \`${command}\`.`,
    status: 409,
    exit: 3,
  }),
  'connection.unknown': defineError<{ name: string; known: readonly string[] }>({
    message: ({ name, known }) => {
      if (name !== '') return `There is no connection \`${name}\`.`;
      return known.length === 0
        ? 'There is no connection in this workspace.'
        : `There are ${known.length} connections, and none was named.`;
    },
    remedy: ({ name, known }) => {
      if (known.length === 0) return 'Make one first: `bestfit connect --help`.';
      const names = known.map((each) => `\`${each}\``).join(', ');
      return name === '' ? `Name one of them: ${names}.` : `Those there are: ${names}.`;
    },
    status: 404,
    exit: 3,
  }),
  'connection.exists': defineError<{ name: string }>({
    message: ({ name }) => `There is a connection \`${name}\` already.`,
    remedy: () => 'Choose another name, or remove that one first. Nothing was changed.',
    status: 409,
    exit: 3,
  }),
  'connection.secret-unreadable': defineError<{
    connection: string;
    secret: string;
    key: string;
    hasKey: boolean;
  }>({
    message: ({ connection, secret, key, hasKey }) =>
      hasKey
        ? `The secret \`${secret}\` of the connection \`${connection}\` was encrypted with another key than that of \`${key}\`.`
        : `The secret \`${secret}\` of the connection \`${connection}\` cannot be read: its key is missing at \`${key}\`.`,
    remedy: () =>
      'Bring the key back (`BESTFIT_KEY_FILE` names another place), or give the connection its secrets again.',
    status: 409,
    exit: 3,
  }),
  'connection.key-exposed': defineError<{ file: string }>({
    message: ({ file }) => `The key \`${file}\` can be read by other users of this machine.`,
    remedy: ({ file }) => `Take their right away: \`chmod 600 ${file}\`.`,
    status: 409,
    exit: 3,
  }),
  'connection.key-unwritable': defineError<{ file: string }>({
    message: ({ file }) => `The key that encrypts secrets cannot be made or read at \`${file}\`.`,
    remedy: () =>
      'Give yourself access to the folder, or name another file with `BESTFIT_KEY_FILE`; in a container, give the key itself with `BESTFIT_KEY`.',
    status: 409,
    exit: 3,
  }),
  'connection.key-unfit': defineError<{ key: string }>({
    message: ({ key }) => `\`${key}\` holds no key: 32 bytes in base64 are expected.`,
    remedy: () =>
      'Bring the right key back, or remove it: a new one is then made, and connections need their secrets again.',
    status: 409,
    exit: 3,
  }),
} as const;
