import { type CsvShape, createRowTest } from './csv-shape.ts';
import { scanRecords } from './scan-records.ts';

/** Lines in the file on which these rows start (1-based row numbers among the rows kept), in the same order. */
export async function linesOfRows(shape: CsvShape, rows: readonly number[]): Promise<readonly number[]> {
  if (rows.length === 0) return [];
  const lines = new Map<number, number>();
  const wanted = new Set(rows);
  const isRow = createRowTest(shape);
  let row = 0;
  await scanRecords(shape.path, shape.options, (record) => {
    if (!isRow(record)) return true;
    row += 1;
    if (wanted.has(row)) lines.set(row, record.line);
    return lines.size < wanted.size;
  });
  return rows.map((each) => lines.get(each) ?? 0);
}
