import { BestfitError } from '../../../base/errors/index.ts';
import type { CsvOptions, Engine } from '../../../base/sql/index.ts';
import type { FileConnector, FileRequest, StagedFile } from '../types.ts';
import { checkText } from './check-text.ts';
import { findDialect } from './find-dialect.ts';
import { linesOfRows } from './lines-of-rows.ts';
import { nameColumns } from './name-columns.ts';

const DELIMITER_NAMES: Readonly<Record<string, string>> = {
  ',': 'comma-separated',
  ';': 'semicolon-separated',
  '\t': 'tab-separated',
};

/** Reads delimited text files in UTF-8: the exports of every CRM and spreadsheet. */
export const csvConnector: FileConnector = {
  name: 'csv',
  extensions: ['.csv', '.tsv', '.txt'],
  parts: null,
  stage: stageCsvFile,
};

async function stageCsvFile(engine: Engine, { path, to, delimiter }: FileRequest): Promise<StagedFile> {
  await checkText(path);
  const dialect = await findDialect(engine, path, delimiter);
  const headers = nameColumns(path, dialect);
  const columns = headers.map((_, index) => `c${index + 1}`);
  const options: CsvOptions = { ...dialect.options, names: columns };
  const { rows, rejected, rejectedTotal } = await engine.stageCsv(path, options, to);
  if (rows + rejectedTotal === 0)
    throw new BestfitError('input.no-rows', { file: path, columns: headers.length });
  return {
    path: to,
    headers,
    columns,
    rows,
    rejected,
    rejectedTotal,
    how: `${DELIMITER_NAMES[options.delimiter] ?? `separated by \`${options.delimiter}\``}, UTF-8`,
    warnings: warningsOf(options),
    lineOf: (wanted) => linesOfRows({ path, options }, wanted),
  };
}

function warningsOf({ skip, header }: CsvOptions): readonly string[] {
  return [
    ...(skip > 0 ? [`The first ${skip} lines stand above the header and were left out.`] : []),
    ...(header ? [] : ['The first line looks like data, so the columns have no names.']),
  ];
}
