import { open } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { BestfitError } from '../../base/errors/index.ts';
import type { ColumnInfo, Row } from '../../base/sql/index.ts';
import { sheetCell, textCell } from './sheet-cell.ts';
import { sheetEnd, sheetParts, sheetStart } from './sheet-parts.ts';
import { ZipFile, ZipTooLarge } from './zip-file.ts';

/** What a sheet of Excel can hold besides its header. */
export const sheetLimits = { rows: 1_048_575, columns: 16_384 } as const;

const [NARROWEST, WIDEST] = [8, 60] as const;
const MEASURED_ROWS = 200;
const LONGEST_NAME = 31;

/** A sheet to write. */
export interface SheetToWrite {
  /** The name of the sheet is made of it: `list` of `exports/list.xlsx`. */
  readonly name: string;
  readonly columns: readonly ColumnInfo[];
  readonly batches: AsyncIterable<readonly Row[]>;
}

/**
 * Writes rows as an Excel workbook of one sheet, batch by batch, and gives how many: numbers, days, yes and no as
 * such, the header bold and in view. Refuses what no sheet can hold. Texts are never formulas.
 */
export async function writeXlsx(path: string, sheet: SheetToWrite): Promise<number> {
  const { columns } = sheet;
  if (columns.length > sheetLimits.columns) {
    throw new BestfitError('export.beyond-excel', {
      what: `${columns.length.toLocaleString('en-US')} columns`,
      most: `${sheetLimits.columns.toLocaleString('en-US')} columns`,
    });
  }
  const file = await open(path, 'w');
  try {
    const zip = new ZipFile(file);
    const counter = { rows: 0 };
    for (const [name, xml] of sheetParts(sheetName(sheet.name))) await zip.add(name, [xml]);
    await zip.add('xl/worksheets/sheet1.xml', sheetXml(sheet, counter));
    await zip.end();
    return counter.rows;
  } catch (error) {
    if (!(error instanceof ZipTooLarge)) throw error;
    throw new BestfitError('export.beyond-excel', {
      what: 'more than 4 GiB of cells',
      most: '4 GiB of them',
    });
  } finally {
    await file.close();
  }
}

async function* sheetXml(
  { columns, batches }: SheetToWrite,
  counter: { rows: number },
): AsyncIterable<string> {
  const letters = columns.map((_, index) => columnLetters(index));
  const header = columns.map(({ name }, index) => textCell(name, ` r="${letters[index]}1" s="1"`)).join('');
  const start = (batch: readonly Row[]) =>
    `${sheetStart(widthsOf(columns, batch))}<row r="1">${header}</row>`;
  let started = false;
  for await (const batch of batches) {
    if (!started) yield start(batch);
    started = true;
    const before = counter.rows;
    counter.rows += batch.length;
    if (counter.rows > sheetLimits.rows) throw tooManyRows(counter.rows);
    yield batch.map((row, at) => rowXml(row, { columns, letters, number: before + at + 2 })).join('');
  }
  yield `${started ? '' : start([])}${sheetEnd}`;
}

/** The refusal of rows that no sheet holds. */
export function tooManyRows(rows: number): BestfitError<'export.beyond-excel'> {
  const count = (number: number) => number.toLocaleString('en-US');
  return new BestfitError('export.beyond-excel', {
    what: `${count(rows)} rows`,
    most: `${count(sheetLimits.rows)} rows and a header`,
  });
}

interface RowPlace {
  readonly columns: readonly ColumnInfo[];
  readonly letters: readonly string[];
  readonly number: number;
}

function rowXml(row: Row, { columns, letters, number }: RowPlace): string {
  let cells = '';
  for (const [index, column] of columns.entries()) {
    cells += sheetCell(row[column.name] ?? null, column, `${letters[index]}${number}`);
  }
  return `<row r="${number}">${cells}</row>`;
}

/** Letters of a 0-based column: `A`, `AB`. */
function columnLetters(column: number): string {
  const rest = Math.floor(column / 26);
  return (rest > 0 ? columnLetters(rest - 1) : '') + String.fromCharCode(65 + (column % 26));
}

function widthsOf(columns: readonly ColumnInfo[], batch: readonly Row[]): readonly number[] {
  const rows = batch.slice(0, MEASURED_ROWS);
  return columns.map(({ name }) => {
    const lengths = rows.map((row) => String(row[name] ?? '').length);
    return Math.min(WIDEST, Math.max(NARROWEST, name.length, ...lengths) + 2);
  });
}

/** Excel takes neither these characters nor more than 31. */
function sheetName(path: string): string {
  const name = basename(path, extname(path))
    .replaceAll(/[[\]:*?/\\\p{Cc}]/gu, ' ')
    .replaceAll(/^'|'$/g, ' ');
  return name.trim().slice(0, LONGEST_NAME) || 'Sheet1';
}
