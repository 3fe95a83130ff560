import { BestfitError } from '../../../base/errors/index.ts';
import { readSheet } from './read-sheet.ts';
import type { Sheet, Workbook } from './read-workbook.ts';
import { filledColumns, type SheetRow } from './sheet-row.ts';

const SAMPLE = 200;

/** What the sheets of a workbook are good for. */
export interface SheetSurvey {
  /** Visible sheets with a table; when no sheet has one, those with anything in them. */
  readonly tables: readonly Sheet[];
  /** Sheets that are left out, for people. */
  readonly notes: readonly string[];
}

/** Looks at the start of every sheet; refuses a workbook without a value in a visible sheet. */
export async function surveySheets(workbook: Workbook): Promise<SheetSurvey> {
  const visible = workbook.sheets.filter(({ hidden }) => !hidden);
  const filled: { readonly sheet: Sheet; readonly table: boolean }[] = [];
  for (const sheet of visible) {
    const rows = await firstRows(workbook, sheet);
    if (rows.length > 0) filled.push({ sheet, table: holdsTable(rows) });
  }
  const { file } = workbook.archive;
  if (filled.length === 0)
    throw new BestfitError('input.sheets-empty', { file, sheets: visible.map(nameOf) });
  const tables = filled.filter(({ table }) => table);
  const hidden = workbook.sheets.filter((each) => each.hidden).map(nameOf);
  const prose =
    tables.length === 0 ? [] : filled.filter(({ table }) => !table).map(({ sheet }) => sheet.name);
  return {
    tables: (tables.length === 0 ? filled : tables).map(({ sheet }) => sheet),
    notes: [
      ...hidden.map((name) => `The sheet \`${name}\` is hidden and was left out.`),
      ...prose.map((name) => `The sheet \`${name}\` holds no table of several columns and was left out.`),
    ],
  };
}

const nameOf = ({ name }: Sheet) => name;

/** The shared texts need not be read to see which cells hold something. */
async function firstRows(workbook: Workbook, { part }: Sheet): Promise<readonly SheetRow[]> {
  const rows: SheetRow[] = [];
  await readSheet({
    archive: workbook.archive,
    part,
    context: { ...workbook, shared: { get: () => 'text' } },
    row: (row) => rows.push(row) < SAMPLE,
  });
  return rows;
}

/** A header and a row, or two rows: prose stands in one column. */
function holdsTable(rows: readonly SheetRow[]): boolean {
  return rows.filter((row) => filledColumns(row).length > 1).length > 1;
}
