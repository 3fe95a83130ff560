import { BestfitError } from '../../../base/errors/index.ts';
import { type CsvOptions, csv, type Engine, type OpenedCsv } from '../../../base/sql/index.ts';
import { nameInRefusals } from '../name-in-refusals.ts';
import type { FileConnector, FileRequest, OpenedFile, StagedFile, TableShape } from '../types.ts';
import { dropSeparatorLine } from './drop-separator-line.ts';
import { type CsvDialect, findDialect } from './find-dialect.ts';
import { linesOfRows } from './lines-of-rows.ts';
import { nameColumns } from './name-columns.ts';
import { plainLines } from './plain-lines.ts';
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
  stage: async (engine, request) => {
    const file = await openCsvFile(engine, request);
    return 'stage' in file ? file.stage() : file;
  },
  open: openCsvFile,
};

/** Rows from which a file is worth more than one look; smaller ones are staged in no time. */
const LARGE = 50_000;
/** Columns that one query reads with ease. */
const NARROW = 100;

async function openCsvFile(engine: Engine, request: FileRequest): Promise<OpenedFile | StagedFile> {
  const named = request.delimiter === null ? null : requireDelimiter(request.delimiter);
  const text = await toUtf8({ ...request, onRead: (done) => request.onRead(done / 2) });
  const separated = await dropSeparatorLine(text.path, request.scratchFile);
  const path = separated?.path ?? text.path;
  return nameInRefusals({ path, location: request.path }, async () => {
    const dialect = await findDialect(engine, path, named ?? separated?.delimiter ?? null);
    if (text.broken) await refuseBrokenHeader({ path, options: dialect.options });
    return openRows(engine, request, { ...text, path, dialect, told: separated !== null });
  });
}

interface FoundText extends Utf8Text {
  readonly dialect: CsvDialect;
  /** Its first line told the delimiter. */
  readonly told: boolean;
}

async function openRows(
  engine: Engine,
  { path: location, to, scratchFile, onRead }: FileRequest,
  { path, dialect, told, encoding, warnings, broken }: FoundText,
): Promise<OpenedFile | StagedFile> {
  const headers = nameColumns(path, dialect);
  const columns = headers.map((_, index) => `c${index + 1}`);
  const options: CsvOptions = { ...dialect.options, names: columns };
  const opened = await engine.openCsv(path, options);
  const shape: TableShape = {
    headers,
    columns,
    rows: opened.records,
    how: `${DELIMITER_NAMES[options.delimiter] ?? `separated by \`${options.delimiter}\``}, ${encoding}`,
    warnings: [...warnings, ...warningsOf(options, told ? 1 : 0)],
  };
  const source = { path, options, opened, onRead };
  const isLarge = opened.records >= LARGE && columns.length > 1 && columns.length <= NARROW;
  if (!isLarge || !opened.plain || broken) return stageRows(source, to, shape);
  const sample = scratchFile();
  return {
    ...shape,
    sample,
    sampled: await opened.sample(sample),
    texts: csv(path, options, { plain: true }),
    stage: () => nameInRefusals({ path, location }, () => stageRows(source, to, shape)),
  };
}

interface CountedText {
  readonly path: string;
  readonly options: CsvOptions;
  readonly opened: OpenedCsv;
  readonly onRead: FileRequest['onRead'];
}

async function stageRows(
  { path, options, opened, onRead }: CountedText,
  to: string,
  shape: TableShape,
): Promise<StagedFile> {
  const { rows, rejected, rejectedTotal } = await opened.stage(to, (done) => onRead((1 + done) / 2));
  if (rows + rejectedTotal === 0)
    throw new BestfitError('input.no-rows', { file: path, columns: shape.columns.length });
  const counted = rows + rejectedTotal === opened.records && rejected.length === rejectedTotal;
  const isPlain = opened.plain && !opened.blankLines && counted;
  const before = options.skip + (options.header ? 1 : 0);
  const lineOf = async (wanted: readonly number[]) =>
    isPlain
      ? plainLines(wanted, { before, rejected: rejected.map(({ line }) => line) })
      : linesOfRows({ path, options }, wanted);
  return { ...shape, path: to, rows, rejected, rejectedTotal, lineOf };
}

function warningsOf({ skip, header }: CsvOptions, told: number): readonly string[] {
  return [
    ...(skip > told ? [`The first ${skip} lines stand above the header and were left out.`] : []),
    ...(header ? [] : ['The first line looks like data, so the columns have no names.']),
  ];
}
