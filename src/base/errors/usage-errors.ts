import { defineError } from './define-errors.ts';

/** Wrong use of a command or a route: exit 2. */
export const usageErrors = {
  'usage.bad-option': defineError<{ option: string; value: string; expected: string }>({
    message: ({ option, value, expected }) => `\`${option}\` cannot be \`${value}\`: it takes ${expected}.`,
    remedy: ({ option }) => `Run the command with \`--help\` to see what \`${option}\` takes.`,
    status: 400,
    exit: 2,
  }),
  'usage.not-understood': defineError<{ what: string; hint: string | null }>({
    message: ({ what }) => `This line was not understood: ${what}.`,
    remedy: ({ hint }) =>
      `${hint === null ? '' : `${hint} `}Run it with \`--help\` to see what it takes, or \`bestfit --help\` for all commands.`,
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
  'field.missing': defineError<{ field: string; table: string | null; nearest: string | null }>({
    message: ({ field, table }) => `There is no field \`${field}\`${table === null ? '' : ` in ${table}`}.`,
    remedy: ({ nearest }) =>
      nearest === null
        ? '`bestfit quality` lists every field of every table.'
        : `The nearest is \`${nearest}\`; \`bestfit quality\` lists every field.`,
    status: 404,
    exit: 3,
  }),
  'field.ambiguous': defineError<{ field: string; tables: readonly string[] }>({
    message: ({ field, tables }) =>
      `${tables.length} tables have a field \`${field}\`: ${tables.join(', ')}.`,
    remedy: ({ tables }) => `Say which one: \`--table ${tables[0]}\`.`,
    status: 409,
    exit: 3,
  }),
  'field.value-missing': defineError<{ field: string; value: string; nearest: string | null }>({
    message: ({ field, value }) => `No row has \`${value}\` as \`${field}\`, so nothing was merged.`,
    remedy: ({ field, nearest }) =>
      nearest === null
        ? `\`bestfit field ${field}\` shows its values; spell the value as it stands there.`
        : `The nearest value is \`${nearest}\`; spell the value as it stands in the data.`,
    status: 404,
    exit: 3,
  }),
  'judgement.missing': defineError<{ id: number }>({
    message: ({ id }) => `No judgement ${id} stands.`,
    remedy: () => 'It was taken back already, or never said: load the page again to see those that stand.',
    status: 404,
    exit: 3,
  }),
  'pattern.missing': defineError<{
    pattern: string;
    asOf: string;
    patterns: readonly string[];
    more: number;
  }>({
    message: ({ pattern, asOf }) =>
      `The discovery of these data as of ${asOf} has no pattern \`${pattern}\`.`,
    remedy: ({ patterns, more }) =>
      patterns.length === 0
        ? 'It has no pattern at all: nothing could be compared. `bestfit discover` says why.'
        : `It has ${patterns.join(', ')}${more === 0 ? '' : ` and ${more} more, in \`bestfit discover --json\``}.`,
    status: 404,
    exit: 3,
  }),
  'usage.incomplete': defineError<{ command: string; needs: string }>({
    message: ({ command, needs }) => `\`bestfit ${command}\` needs ${needs}.`,
    remedy: ({ command }) => `Run \`bestfit ${command} --help\` for examples.`,
    status: 400,
    exit: 2,
  }),
  'export.exists': defineError<{ file: string }>({
    message: ({ file }) =>
      `There is a file at \`${file}\` that Bestfit did not write, or that was changed since.`,
    remedy: () => 'Choose another name, or add `--force` to replace it. Nothing was written.',
    status: 409,
    exit: 3,
  }),
  'export.not-a-file': defineError<{ file: string }>({
    message: ({ file }) => `\`${file}\` is no plain file: an export cannot take its place.`,
    remedy: () => 'Give the name of a file inside a folder: `--to exports/list.csv`.',
    status: 422,
    exit: 3,
  }),
  'export.no-folder': defineError<{ folder: string }>({
    message: ({ folder }) => `There is no folder \`${folder}\` to export to.`,
    remedy: () => 'Make the folder first, or export to another one.',
    status: 404,
    exit: 3,
  }),
  'export.not-allowed': defineError<{ folder: string }>({
    message: ({ folder }) => `Bestfit may not write to the folder \`${folder}\`.`,
    remedy: () => 'Give yourself write access to the folder, or export to another one.',
    status: 403,
    exit: 3,
  }),
  'export.disk-full': defineError<{ folder: string }>({
    message: ({ folder }) => `The disk that holds \`${folder}\` is full: the export was not written.`,
    remedy: () => 'Free some space, or export to another disk.',
    status: 507,
    exit: 3,
  }),
  'export.beyond-excel': defineError<{ what: string; most: string }>({
    message: ({ what, most }) =>
      `The export has ${what}, and a sheet of Excel holds at most ${most}: nothing was written.`,
    remedy: () =>
      'Write it as CSV or Parquet (`--to list.csv`, `--to list.parquet`), or fewer rows: `--tier A,B`, `--play "call today"`.',
    status: 422,
    exit: 3,
  }),
  'export.nothing-set-aside': defineError<{ source: string | null }>({
    message: ({ source }) =>
      `No row ${source === null ? '' : `of \`${source}\` `}was set aside: there is nothing to export.`,
    remedy: () => 'Every row that was imported fits; `bestfit quality` shows what else there is to look at.',
    status: 404,
    exit: 3,
  }),
  'export.no-table': defineError<{ table: string; tables: readonly string[] }>({
    message: ({ table, tables }) => `The workspace has no table \`${table}\`. It has: ${tables.join(', ')}.`,
    remedy: () => 'Export one of these, or import the file that fills it.',
    status: 404,
    exit: 3,
  }),
} as const;
