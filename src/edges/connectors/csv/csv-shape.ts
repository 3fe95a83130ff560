import type { CsvOptions } from '../../../base/sql/index.ts';
import type { ScannedRecord } from './scan-records.ts';

/** One delimited text file as it is being read. */
export interface CsvShape {
  readonly path: string;
  readonly options: CsvOptions;
}

/**
 * Tells, record by record in file order, which are kept as rows: neither title, header, empty, ragged nor
 * broken. Empty
 * cells beyond the last column are no fault.
 */
export function createRowTest({ options }: CsvShape): (record: ScannedRecord) => boolean {
  let headerAhead = options.header;
  return (record) => {
    if (record.line <= options.skip || record.blank) return false;
    if (headerAhead) {
      headerAhead = false;
      return false;
    }
    const columns = options.names.length;
    return record.cells >= columns && record.filled <= columns && !record.brokenQuote && !record.brokenText;
  };
}
