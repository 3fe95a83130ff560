import writeExcelFile from 'write-excel-file/node';
import { cellsOf } from './real-data.ts';

/** A CSV file as one sheet of a workbook. */
export interface SheetOfFile {
  readonly sheet: string;
  readonly path: string;
}

/** Comma-separated files as one workbook, as a person makes it in Excel: numbers and days become such. */
export function workbookOfFiles(files: readonly SheetOfFile[]): Promise<Buffer> {
  const sheets = files.map(({ sheet, path }) => ({
    sheet,
    data: cellsOf(path, ',').map((row) => row.map(cellOf)),
  }));
  return writeExcelFile(sheets as never).toBuffer();
}

function cellOf(text: string) {
  if (text === '') return null;
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return { type: Date, value: new Date(text), format: 'd-mmm-yy' };
  const number = Number(text);
  return Number.isFinite(number) ? { type: Number, value: number } : { type: String, value: text };
}
