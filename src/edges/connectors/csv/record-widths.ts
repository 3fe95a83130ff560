import { type RecordMarks, scanRecords } from './scan-records.ts';

const SAMPLE = 50;

/** Number of cells of the first records, at most 50; empty lines and the first `skip` lines are left out. */
export async function recordWidths(
  path: string,
  marks: RecordMarks,
  skip: number,
): Promise<readonly number[]> {
  const widths: number[] = [];
  await scanRecords(path, marks, (record) => {
    if (record.line > skip && !record.blank) widths.push(record.cells);
    return widths.length < SAMPLE;
  });
  return widths;
}
