import { extname } from 'node:path';
import type { ExportResult } from '../../../app/export-file.ts';
import { BestfitError } from '../../../base/errors/index.ts';
import { choiceOption, queueOptions, scoringOptions, sharedOptions, textOption } from '../options.ts';
import type { CommandOutput, CommandSpec, Invocation } from '../types.ts';

const formats = ['csv', 'xlsx', 'parquet', 'json'] as const;

const byExtension: Readonly<Record<string, (typeof formats)[number]>> = {
  '.csv': 'csv',
  '.xlsx': 'xlsx',
  '.parquet': 'parquet',
  '.json': 'json',
  '.jsonl': 'json',
  '.ndjson': 'json',
};

/** Options that only the list takes. */
const listOptions = ['tier', 'play', 'owner', 'out', 'profile', 'versionOf', 'include'];

/** The command `bestfit export`. */
export const exportCommand: CommandSpec = {
  name: 'export',
  summary: 'write the list, a table or the rows set aside into a file',
  arguments: [
    { name: '<what>', description: 'list, quarantine, or a table: accounts, customers, deals, people, ...' },
  ],
  options: [
    { flags: '--to <file>', description: 'where to write it' },
    {
      flags: '--format <format>',
      description: 'csv, xlsx, parquet or json (one object a line); by default what the ending says',
    },
    { flags: '--force', description: 'replace a file that is there' },
    { flags: '--source <file>', description: 'quarantine: only the rows of this imported file' },
    { flags: '--tier <tiers>', description: 'list: only these tiers, e.g. A,B' },
    { flags: '--play <plays>', description: 'list: only these plays: call today, careful, sequence, out' },
    { flags: '--owner <name>', description: 'list: only accounts of this owner' },
    { flags: '--out', description: 'list: disqualified and outside the market too' },
    sharedOptions.profile,
    sharedOptions.version,
    sharedOptions.include,
  ],
  examples: [
    { run: 'bestfit export list --to today.csv --play "call today"', does: 'for the sellers, with reasons' },
    { run: 'bestfit export list --to list.xlsx', does: 'for Excel: numbers and dates as such' },
    { run: 'bestfit export list --to list.parquet', does: 'for Power BI, Tableau or a warehouse' },
    {
      run: 'bestfit export quarantine --to quarantine.csv',
      does: 'the rows that did not fit, with line and reason: correct them and import the file again',
    },
    { run: 'bestfit export accounts --to accounts.csv', does: 'a table as it stands after import' },
  ],
  run: async (invocation) => {
    const what = String(invocation.args[0]);
    const target = targetOf(invocation.options);
    if (what === 'list') return exportTheList(invocation, target);
    refuseOptions(invocation.options, what, listOptions);
    return what === 'quarantine'
      ? exportTheQuarantine(invocation, target)
      : exportOneTable(invocation, what, target);
  },
};

type Target = ReturnType<typeof targetOf>;

async function exportTheList(invocation: Invocation, target: Target): Promise<CommandOutput> {
  const { workspace, options } = invocation;
  refuseOptions(options, 'list', ['source']);
  const { withWorkspace } = await import('../../../app/compose.ts');
  const { exportList } = await import('../../../app/export-list.ts');
  const request = {
    ...target,
    ...scoringOptions(invocation),
    ...queueOptions(options),
    includeOut: options.out === true,
  };
  return shown(
    invocation,
    await withWorkspace(workspace, { create: false }, (ws) => exportList(ws, request)),
  );
}

async function exportTheQuarantine(invocation: Invocation, target: Target): Promise<CommandOutput> {
  const { workspace, options } = invocation;
  const { withWorkspace } = await import('../../../app/compose.ts');
  const { exportQuarantine } = await import('../../../app/export-quarantine.ts');
  const request = { ...target, source: textOption(options, 'source') };
  const result = await withWorkspace(workspace, { create: false }, (ws) => exportQuarantine(ws, request));
  return shown(
    invocation,
    result,
    'Correct these lines in the file that each names, then import that file again: it replaces what it gave before.',
  );
}

async function exportOneTable(invocation: Invocation, table: string, target: Target): Promise<CommandOutput> {
  const { workspace, options } = invocation;
  refuseOptions(options, table, ['source']);
  const { withWorkspace } = await import('../../../app/compose.ts');
  const { exportTable } = await import('../../../app/export-table.ts');
  const request = { ...target, table };
  return shown(
    invocation,
    await withWorkspace(workspace, { create: false }, (ws) => exportTable(ws, request)),
  );
}

async function shown(
  { style }: Invocation,
  result: ExportResult,
  hint: string | null = null,
): Promise<CommandOutput> {
  const { exportText } = await import('../render/export-text.ts');
  return { json: result, text: () => exportText(result, style, hint) };
}

function targetOf(options: Invocation['options']) {
  const to = textOption(options, 'to');
  if (to === null) {
    throw new BestfitError('usage.incomplete', { command: 'export', needs: '--to with the file to write' });
  }
  const format = choiceOption(options, 'format', formats) ?? byExtension[extname(to).toLowerCase()];
  if (format === undefined) {
    const expected = 'a file that ends in .csv, .xlsx, .parquet or .json, or --format beside it';
    throw new BestfitError('usage.bad-option', { option: '--to', value: to, expected });
  }
  return { to, format, force: options.force === true };
}

/** An option that has no effect on what is exported is a misunderstanding, not a detail. */
function refuseOptions(options: Invocation['options'], what: string, names: readonly string[]): void {
  const given = names.find((name) => options[name] !== undefined);
  if (given === undefined) return;
  const option = `--${given.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
  const value = String(options[given]);
  const expected = given === 'source' ? '`bestfit export quarantine` only' : '`bestfit export list` only';
  throw new BestfitError('usage.bad-option', { option, value, expected: `${expected}, not \`${what}\`` });
}
