import { rm } from 'node:fs/promises';
import { BestfitError } from '../../../base/errors/index.ts';
import type { CsvOptions, Engine } from '../../../base/sql/index.ts';
import type { FileConnector, FileRequest, StagedFile } from '../types.ts';
import { checkContainer } from './check-container.ts';
import { nameHeaders } from './name-headers.ts';
import { openArchive } from './open-archive.ts';
import { readSharedTexts } from './read-shared-texts.ts';
import { readWorkbook, type Sheet, type Workbook } from './read-workbook.ts';
import { SharedTexts } from './shared-texts.ts';
import { surveySheets } from './survey-sheets.ts';
import { tableWarnings } from './table-warnings.ts';
import { type WrittenTable, writeTable } from './write-table.ts';

/** Reads Excel workbooks, sheet by sheet, in flat memory. */
export const xlsxConnector: FileConnector = {
  name: 'xlsx',
  extensions: ['.xlsx', '.xlsm'],
  parts: (path) => withWorkbook(path, async (workbook) => (await surveySheets(workbook)).tables.map(nameOf)),
  stage: (engine, request) => withWorkbook(request.path, (workbook) => stageSheet(engine, request, workbook)),
  open: null,
};

async function withWorkbook<T>(path: string, use: (workbook: Workbook) => Promise<T>): Promise<T> {
  await checkContainer(path);
  const archive = await openArchive(path);
  try {
    return await use(await readWorkbook(archive));
  } finally {
    archive.close();
  }
}

async function stageSheet(engine: Engine, request: FileRequest, workbook: Workbook): Promise<StagedFile> {
  const { path, part, to, scratchFile } = request;
  const { tables, notes } = await surveySheets(workbook);
  const sheet = part === null ? tables[0] : workbook.sheets.find((each) => nameOf(each) === part);
  if (sheet === undefined) {
    throw new BestfitError('input.unknown-part', { file: path, part: part ?? '', parts: tables.map(nameOf) });
  }
  const text = scratchFile();
  try {
    const written = await writeText(workbook, sheet, { ...request, text });
    const headers = nameHeaders(path, written.table);
    if (written.rows.count === 0) {
      throw new BestfitError('input.no-rows', { file: path, columns: headers.length });
    }
    const columns = headers.map((_, index) => `c${index + 1}`);
    const opened = await engine.openCsv(text, { ...csvOptions, names: columns });
    const staged = await opened.stage(to);
    return {
      path: to,
      headers,
      columns,
      ...staged,
      how: `Excel workbook, sheet \`${sheet.name}\``,
      warnings: [...tableWarnings(written), ...(sheet === tables[0] ? notes : [])],
      lineOf: async (rows) => rows.map((row) => written.rows.at(row)),
    };
  } finally {
    await rm(text, { force: true });
  }
}

const csvOptions: Omit<CsvOptions, 'names'> = {
  delimiter: ',',
  quote: '"',
  escape: '"',
  header: true,
  skip: 0,
};

async function writeText(
  workbook: Workbook,
  sheet: Sheet,
  { text, scratchFile, onRead }: FileRequest & { readonly text: string },
): Promise<WrittenTable> {
  const { archive, sharedTexts, styles, from1904 } = workbook;
  const shared = new SharedTexts(scratchFile());
  try {
    if (sharedTexts !== null && archive.has(sharedTexts)) await readSharedTexts(archive, sharedTexts, shared);
    return await writeTable(workbook, sheet, { context: { styles, from1904, shared }, path: text, onRead });
  } finally {
    shared.close();
  }
}

function nameOf({ name }: Sheet): string {
  return name;
}
