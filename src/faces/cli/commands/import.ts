import type { FileChoices, ImportEvent } from '../../../app/import-files.ts';
import { BestfitError } from '../../../base/errors/index.ts';
import type { FileKind } from '../../../stages/dataset/index.ts';
import { fileTables } from '../file-tables.ts';
import { absentOption, absentWords, choiceOption, dateOption } from '../options.ts';
import type { CommandSpec, Invocation } from '../types.ts';

const kinds: readonly FileKind[] = [...fileTables, 'transactions', 'lookup'];

/** The command `bestfit import`. */
export const importCommand: CommandSpec = {
  name: 'import',
  summary: 'bring in exports: customers, prospects, deals, people, tools, signals',
  arguments: [
    { name: '<files...>', description: 'files, folders, .zip or .gz of them; book.xlsx#Sheet for one sheet' },
  ],
  options: [
    {
      flags: '--as <kind>',
      description: `what the file is: ${kinds.join(', ')}; FILE=KIND for one of several`,
      repeat: true,
    },
    {
      flags: '--map <column=field>',
      description: 'where a column goes: FIELD, TABLE.FIELD, or - to leave it out',
      repeat: true,
    },
    {
      flags: '--key <column>',
      description: 'the column by which a lookup joins the other files; FILE=COLUMN for one of several',
      repeat: true,
    },
    {
      flags: '--covers <what>',
      description: 'all: a tool or signal not listed is a no; listed (or nothing said): it is unknown; kept',
    },
    {
      flags: '--absent <what>',
      description: `${absentWords}; FILE=WHAT for one of several; kept`,
      repeat: true,
    },
    {
      flags: '--repeats <what>',
      description:
        'rows alike cell by cell: drop sets the later ones aside, keep counts each; FILE=WHAT; kept',
      repeat: true,
    },
    {
      flags: '--append',
      description: 'add to the rows of a source imported before, in place of replacing them',
    },
    { flags: '--observed-on <date>', description: 'the day the file was true, for changes over time' },
    {
      flags: '--delimiter <char>',
      description: 'cell delimiter, when it is guessed wrong; FILE=CHAR for one of several',
      repeat: true,
    },
    {
      flags: '--encoding <name>',
      description: 'text encoding, when it is guessed wrong: windows-1252, macintosh, ...; FILE=NAME for one',
      repeat: true,
    },
    { flags: '--dry-run', description: 'show how the files would be read; change nothing' },
  ],
  examples: [
    {
      run: 'bestfit import customers.csv',
      does: 'shows what each column was taken for and how sure that is',
    },
    { run: 'bestfit import accounts.csv deals.csv people.csv', does: 'joined by account id, domain or name' },
    {
      run: 'bestfit import export.csv --map "Umsatz=revenue" --map "Notes=-"',
      does: 'corrects the mapping; kept for this source',
    },
    {
      run: 'bestfit import products.csv --as lookup --key product',
      does: 'columns joined onto every file with that column',
    },
    {
      run: 'bestfit import leads.csv won.csv --absent lost-after:90',
      does: 'a lead that was not won within 90 days was lost; nothing is assumed until you say so',
    },
    {
      run: 'bestfit import orders.csv --as transactions',
      does: 'orders or invoice lines, summed per account: purchase value, purchases, first and last date',
    },
    { run: 'bestfit undo', does: 'takes the last import back' },
  ],
  run: async ({ workspace, args, options, now, style, progress }) => {
    const { withWorkspace } = await import('../../../app/compose.ts');
    const { importFiles } = await import('../../../app/import-files.ts');
    const { importText } = await import('../render/import-text.ts');
    const request = {
      paths: args[0] as readonly string[],
      choices: {
        as: listOption(options, 'as').map(kindOf),
        key: listOption(options, 'key').map(splitFile),
        delimiter: listOption(options, 'delimiter').map(splitFile).map(tabOf),
        encoding: listOption(options, 'encoding').map(splitFile),
        repeats: listOption(options, 'repeats').map(repeatsOf),
      },
      maps: (options.map as readonly string[]).map(mapOf),
      covers: choiceOption(options, 'covers', ['listed', 'all'] as const),
      absent: absentOption(options),
      append: options.append === true,
      observedOn: dateOption(options, 'observedOn'),
      dryRun: options.dryRun === true,
      at: now,
      onProgress: ({ step, file, done }: ImportEvent) =>
        progress({ step, subject: file, count: null, share: done }),
    };
    const result = await withWorkspace(workspace, { create: true }, (ws) => importFiles(ws, request));
    return { json: result, text: () => importText(result, style) };
  },
};

type Said = FileChoices['key'][number];

function listOption(options: Invocation['options'], name: string): readonly string[] {
  return options[name] as readonly string[];
}

/** `FILE=VALUE` names a file by its ending, so that a value may hold `=` itself. */
function splitFile(text: string): Said {
  const [, file = null, value = text] = /^(.+?\.\w+(?:#.*?)?)=(.*)$/s.exec(text) ?? [];
  return { file, value };
}

function kindOf(text: string): FileChoices['as'][number] {
  const at = text.lastIndexOf('=');
  const value = choiceOption({ as: text.slice(at + 1) }, 'as', kinds)!;
  return { file: at === -1 ? null : text.slice(0, at), value };
}

function repeatsOf(text: string): FileChoices['repeats'][number] {
  const { file, value } = splitFile(text);
  return { file, value: choiceOption({ repeats: value }, 'repeats', ['drop', 'keep'] as const)! };
}

function tabOf({ file, value }: Said): Said {
  return { file, value: value.replace('\\t', '\t') };
}

function mapOf(text: string): { column: string; field: string } {
  const at = text.lastIndexOf('=');
  const column = text.slice(0, at);
  const field = text.slice(at + 1).trim();
  if (at <= 0 || field === '') {
    throw new BestfitError('usage.bad-option', { option: '--map', value: text, expected: 'COLUMN=FIELD' });
  }
  return { column, field };
}
