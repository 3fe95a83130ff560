import { defineError } from './define-errors.ts';

/** Refusals of files and rows: always exit 3, the workspace stays as it was. */
export const inputErrors = {
  'input.file-missing': defineError<{ file: string }>({
    message: ({ file }) => `There is no file at \`${file}\`.`,
    remedy: () => 'Check the path and run the command again.',
    status: 404,
    exit: 3,
  }),
  'input.file-empty': defineError<{ file: string }>({
    message: ({ file }) => `\`${file}\` is empty: it has no header and no rows.`,
    remedy: () => 'Export the table again with a header row and at least one row.',
    status: 422,
    exit: 3,
  }),
  'input.not-a-file': defineError<{ file: string }>({
    message: ({ file }) => `\`${file}\` is neither a file nor a folder of files.`,
    remedy: () => 'Name an exported file, or a folder that holds exported files.',
    status: 422,
    exit: 3,
  }),
  'input.unknown-format': defineError<{ file: string; known: string }>({
    message: ({ file, known }) => `\`${file}\` has an ending that import does not know. It reads: ${known}.`,
    remedy: () =>
      'Export the table in one of these formats, or rename the file when only its ending is wrong.',
    status: 422,
    exit: 3,
  }),
  'input.older-date': defineError<{ name: string; date: string; known: string }>({
    message: ({ name, date, known }) =>
      `\`${name}\` is already known as of ${known}; this file is dated ${date}, before that.`,
    remedy: ({ date }) =>
      `Changes are read from the older file to the newer: \`bestfit undo\` the newer import, import the file of ${date}, then the newer one again.`,
    status: 422,
    exit: 3,
  }),
  'input.no-tables': defineError<{ file: string; leftOut: string; known: string }>({
    message: ({ file, leftOut, known }) =>
      `\`${file}\` holds no file that can be read as a table${leftOut === '' ? '' : ` (only ${leftOut})`}. Import reads: ${known}.`,
    remedy: () => 'Put the exported tables there, or name the folder or archive that holds them.',
    status: 422,
    exit: 3,
  }),
  'input.unknown-part': defineError<{ file: string; part: string; parts: readonly string[] }>({
    message: ({ file, part, parts }) =>
      parts.length === 0
        ? `\`${file}\` asks for a part \`${part}\`, but the file is one table.`
        : `\`${file}\` asks for a part \`${part}\`; the file has: ${parts.map((each) => `\`${each}\``).join(', ')}.`,
    remedy: () => 'Name one of its parts after the `#`, or the file alone to read them all.',
    status: 422,
    exit: 3,
  }),
  'input.archive-broken': defineError<{ file: string; reason: string }>({
    message: ({ file, reason }) => `\`${file}\` cannot be unpacked: ${reason}.`,
    remedy: () => 'It was probably cut off on its way. Download or pack it again, then import it.',
    status: 422,
    exit: 3,
  }),
  'input.archive-encrypted': defineError<{ file: string; entry: string }>({
    message: ({ file, entry }) => `\`${entry}\` in \`${file}\` is protected with a password.`,
    remedy: () => 'Unpack it with its password, then import the unpacked files.',
    status: 422,
    exit: 3,
  }),
  'input.archive-unsafe': defineError<{ file: string; entry: string }>({
    message: ({ file, entry }) =>
      `\`${file}\` holds a file named \`${entry}\`, a path that leads out of the archive: nothing was unpacked from it.`,
    remedy: () => 'Ask where the archive came from; pack the files again without such names.',
    status: 422,
    exit: 3,
  }),
  'input.archive-too-large': defineError<{ file: string; packed: number; most: string }>({
    message: ({ file, packed, most }) =>
      `\`${file}\` (${packed} bytes) unpacks to ${most}, so it was not read.`,
    remedy: () =>
      'An archive that grows so much is usually made to fill the disk. If it is yours, unpack it yourself and import the files.',
    status: 422,
    exit: 3,
  }),
  'input.archive-too-many': defineError<{ file: string; most: number }>({
    message: ({ file, most }) => `\`${file}\` holds more than ${most} tables, so it was not read.`,
    remedy: () => 'Unpack it and import the files that you need.',
    status: 422,
    exit: 3,
  }),
  'input.no-rows': defineError<{ file: string; columns: number }>({
    message: ({ file, columns }) =>
      columns === 0
        ? `\`${file}\` holds no rows.`
        : `\`${file}\` has a header with ${columns} columns but no row below it.`,
    remedy: () => 'Check the filter of the export: at least one row is needed.',
    status: 422,
    exit: 3,
  }),
  'input.binary': defineError<{ file: string; looksLike: string }>({
    message: ({ file, looksLike }) => `\`${file}\` is no text file: it looks like ${looksLike}.`,
    remedy: () => 'Open it in the program it came from and save it as CSV (UTF-8), then import that file.',
    status: 422,
    exit: 3,
  }),
  'input.not-utf8': defineError<{ file: string; line: number }>({
    message: ({ file, line }) =>
      `\`${file}\` is not written in UTF-8: line ${line} has a character that cannot be read.`,
    remedy: () => 'Save it again as UTF-8 so that accents and symbols survive, then import it.',
    status: 422,
    exit: 3,
  }),
  'input.broken-header': defineError<{ file: string; line: number }>({
    message: ({ file, line }) =>
      `\`${file}\` is written in UTF-8, but its header, line ${line}, has a character that is not: its columns would have no names.`,
    remedy: () =>
      'Save it again as "CSV UTF-8", or name its encoding: `bestfit import FILE --encoding windows-1252`.',
    status: 422,
    exit: 3,
  }),
  'input.duplicate-headers': defineError<{ file: string; headers: readonly string[] }>({
    message: ({ file, headers }) =>
      `\`${file}\` has more than one column named ${headers.map((header) => `\`${header}\``).join(', ')}.`,
    remedy: () => 'Give every column a name of its own in the first line of the file, then import it again.',
    status: 422,
    exit: 3,
  }),
  'input.wrong-delimiter': defineError<{ file: string; delimiter: string; found: string; header: string }>({
    message: ({ file, delimiter, found, header }) =>
      `Read with \`${delimiter}\` between the cells, \`${file}\` has a single column \`${header}\`; its cells look separated by \`${found}\`.`,
    remedy: ({ found }) => `Leave \`--delimiter\` out, or use \`--delimiter "${found}"\`.`,
    status: 422,
    exit: 3,
  }),
  'input.unclosed-quote': defineError<{ file: string; line: number }>({
    message: ({ file, line }) =>
      `In \`${file}\` a quotation mark opened on line ${line} is never closed: everything after it would be one cell.`,
    remedy: ({ line }) => `Close or remove the quotation mark on line ${line}, then import the file again.`,
    status: 422,
    exit: 3,
  }),
  'input.records-unclear': defineError<{ file: string; records: number; read: number }>({
    message: ({ file, records, read }) =>
      `\`${file}\` has ${records} rows by its line ends and quotation marks, but ${read} could be told apart: nothing was read.`,
    remedy: () =>
      'Stray quotation marks are the usual cause. Save it again as CSV from a spreadsheet, then import it.',
    status: 422,
    exit: 3,
  }),
  'input.json-broken': defineError<{ file: string; line: number; column: number; reason: string }>({
    message: ({ file, line, column, reason }) =>
      `\`${file}\` is no whole JSON: on line ${line}, character ${column}, ${reason}.`,
    remedy: () =>
      'Export the file again until it is whole, or save it as JSON lines (`.jsonl`), where one broken record spoils no other.',
    status: 422,
    exit: 3,
  }),
  'input.json-no-records': defineError<{ file: string }>({
    message: ({ file }) =>
      `\`${file}\` is JSON without records: no \`{...}\` stands in it, alone or in a list.`,
    remedy: () => 'Export a list of records, one for each company, deal or person.',
    status: 422,
    exit: 3,
  }),
  'input.record-too-long': defineError<{ file: string; line: number; millions: number }>({
    message: ({ file, line, millions }) =>
      `In \`${file}\` the record that begins on line ${line} is longer than ${millions} million characters.`,
    remedy: () => 'Export without attachments and long texts, or as one record for each line.',
    status: 422,
    exit: 3,
  }),
  'input.too-many-columns': defineError<{ file: string; most: number }>({
    message: ({ file, most }) =>
      `The records of \`${file}\` have more than ${most} different names of values.`,
    remedy: () =>
      'Names that are values themselves (ids, dates) are the usual cause: export them as a list of records.',
    status: 422,
    exit: 3,
  }),
  'input.parquet-broken': defineError<{ file: string; reason: string }>({
    message: ({ file, reason }) => `\`${file}\` cannot be read as Parquet: ${reason}.`,
    remedy: () => 'Copy or export the file again until it is whole, then import it.',
    status: 422,
    exit: 3,
  }),
  'input.mostly-broken': defineError<{
    file: string;
    rows: number;
    broken: number;
    first: readonly { readonly line: number; readonly reason: string }[];
    /** What was open about the kind of the file; null when nothing was. */
    asks: string | null;
  }>({
    message: ({ file, rows, broken, first }) =>
      `${broken} of ${rows} rows of \`${file}\` do not fit, so nothing was imported. First: ${first
        .map(({ line, reason }) => `line ${line}: ${reason}`)
        .join('; ')}.`,
    remedy: ({ asks }) =>
      `${asks ?? 'Check what the file is (`--as`).'} Otherwise check its delimiter (\`--delimiter\`) and its mapping (\`--map\`), then import it again.`,
    status: 422,
    exit: 3,
  }),
  'input.not-a-workbook': defineError<{ file: string; looksLike: string }>({
    message: ({ file, looksLike }) =>
      `\`${file}\` is no Excel workbook whatever its ending says: it looks like ${looksLike}.`,
    remedy: () =>
      'Open it in Excel and save it as "Excel Workbook (.xlsx)" or as CSV, then import that file.',
    status: 422,
    exit: 3,
  }),
  'input.password': defineError<{ file: string }>({
    message: ({ file }) => `\`${file}\` is protected with a password: nothing in it can be read.`,
    remedy: () => 'Open it with its password, save a copy without one, then import the copy.',
    status: 422,
    exit: 3,
  }),
  'input.workbook-damaged': defineError<{ file: string; why: string }>({
    message: ({ file, why }) => `The workbook \`${file}\` cannot be read: ${why}.`,
    remedy: () =>
      'Copy or download it again; if Excel opens it, save it there under a new name and import that.',
    status: 422,
    exit: 3,
  }),
  'input.workbook-too-large': defineError<{ file: string; part: string; packed: number; allowed: number }>({
    message: ({ file, part, packed, allowed }) =>
      `\`${part}\` in \`${file}\` takes ${packed.toLocaleString('en-US')} bytes but unpacks to more than ${allowed.toLocaleString('en-US')}: reading it was stopped.`,
    remedy: () =>
      'Files like this are made to fill a disk. If you trust where it came from, open it, save the table as CSV and import that.',
    status: 422,
    exit: 3,
  }),
  'input.sheets-empty': defineError<{ file: string; sheets: readonly string[] }>({
    message: ({ file, sheets }) =>
      `\`${file}\` has no value in any of its ${sheets.length} visible sheets${sheets.length === 0 ? '' : ` (${sheets.join(', ')})`}.`,
    remedy: () => 'Check the export; a sheet that is hidden is imported once it is shown.',
    status: 422,
    exit: 3,
  }),
  'input.not-yaml': defineError<{ file: string; line: number; reason: string }>({
    message: ({ file, line, reason }) =>
      `\`${file}\` cannot be read as YAML or JSON: line ${line}: ${reason}.`,
    remedy: ({ line }) => `Correct line ${line} and run the command again; nothing was changed.`,
    status: 422,
    exit: 3,
  }),
  'input.same-name': defineError<{ name: string; files: readonly string[] }>({
    message: ({ name, files }) =>
      `${files.length} of the files are named \`${name}\` (${files.join(', ')}); a source is known by its name.`,
    remedy: () =>
      'Rename one of them, or import them one after the other with `--append` when they are one source.',
    status: 422,
    exit: 3,
  }),
  'input.rates-tables': defineError<{ file: string; tables: readonly string[] }>({
    message: ({ file, tables }) =>
      `\`${file}\` holds ${tables.length} tables (${tables.join(', ')}); rates are one.`,
    remedy: () => 'Name the one with the rates: `bestfit rates book.xlsx#Rates --base EUR`.',
    status: 422,
    exit: 3,
  }),
  'input.rates-columns': defineError<{
    file: string;
    missing: readonly string[];
    columns: readonly string[];
  }>({
    message: ({ file, missing, columns }) =>
      `\`${file}\` has no column for the ${missing.join(' and the ')} of a rate. Its columns: ${columns.join(', ')}.`,
    remedy: () =>
      'Rates are one row per currency and day, in columns named `currency`, `date` and `rate`: `USD,2026-01-31,0.92`.',
    status: 422,
    exit: 3,
  }),
  'input.rates-unreadable': defineError<{
    file: string;
    rows: number;
    broken: number;
    first: readonly { readonly line: number; readonly reason: string }[];
  }>({
    message: ({ file, rows, broken, first }) =>
      `${broken} of ${rows} rates in \`${file}\` cannot be read: ${first.map(({ line, reason }) => `line ${line}: ${reason}`).join('; ')}.`,
    remedy: () =>
      'Correct these lines and run the command again: with a rate left out, an older one would count unnoticed.',
    status: 422,
    exit: 3,
  }),
  'input.lookup-key': defineError<{ file: string; key: string; columns: readonly string[] }>({
    message: ({ file, key, columns }) =>
      `The lookup \`${file}\` has no column \`${key}\`. Its columns: ${columns.join(', ')}.`,
    remedy: () => 'Name the column that the other files share: `--as lookup --key product`.',
    status: 422,
    exit: 3,
  }),
} as const;
