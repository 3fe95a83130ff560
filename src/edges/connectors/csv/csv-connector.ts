import { BestfitError } from '../../../base/errors/index.ts';
import type { CsvOptions, Engine } from '../../../base/sql/index.ts';
import { nameInRefusals } from '../name-in-refusals.ts';
import type { FileConnector, FileRequest, StagedFile } from '../types.ts';
import { dropSeparatorLine } from './drop-separator-line.ts';
import { type CsvDialect, findDialect } from './find-dialect.ts';
import { linesOfRows } from './lines-of-rows.ts';
import { nameColumns } from './name-columns.ts';
import { refuseBrokenHeader } from './refuse-broken-header.ts';
import { requireDelimiter } from './require-delimiter.ts';
import { toUtf8, type Utf8Text } from './to-utf8.ts';

const DELIMITER_NAMES: Readonly<Record<string, string>> = {
  ',': 'comma-separated',
  ';': 'semicolon-separated',
  '\t': 'tab-separated',
};

/** Reads delimited text files in any encoding: the exports of every CRM and spreadsheet. */
export const csvConnector: FileConnector = {
  name: 'csv',
  extensions: ['.csv', '.tsv', '.txt'],
  parts: null,
  stage: stageCsvFile,
};

async function stageCsvFile(engine: Engine, request: FileRequest): Promise<StagedFile> {
  const named = request.delimiter === null ? null : requireDelimiter(request.delimiter);
  const text = await toUtf8(request);
  const separated = await dropSeparatorLine(text.path, request.scratchFile);
  const path = separated?.path ?? text.path;
  return nameInRefusals({ path, location: request.path }, async () => {
    const dialect = await findDialect(engine, path, named ?? separated?.delimiter ?? null);
    if (text.broken) await refuseBrokenHeader({ path, options: dialect.options });
    return stageRows(engine, { ...text, path, to: request.to, dialect, told: separated !== null });
  });
}

interface FoundText extends Utf8Text {
  readonly to: string;
  readonly dialect: CsvDialect;
  /** Its first line told the delimiter. */
  readonly told: boolean;
}

async function stageRows(
  engine: Engine,
  { path, to, dialect, told, encoding, warnings }: FoundText,
): Promise<StagedFile> {
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
    how: `${DELIMITER_NAMES[options.delimiter] ?? `separated by \`${options.delimiter}\``}, ${encoding}`,
    warnings: [...warnings, ...warningsOf(options, told ? 1 : 0)],
    lineOf: (wanted) => linesOfRows({ path, options }, wanted),
  };
}

function warningsOf({ skip, header }: CsvOptions, told: number): readonly string[] {
  return [
    ...(skip > told ? [`The first ${skip} lines stand above the header and were left out.`] : []),
    ...(header ? [] : ['The first line looks like data, so the columns have no names.']),
  ];
}
