import type { Bind, CsvOptions } from '../../../base/sql/index.ts';
import { quoteText } from './quote-text.ts';

/** A delimited text file and how to read it. */
export interface CsvSource {
  readonly path: string;
  readonly options: CsvOptions;
  /** Settings of READ_CSV besides or in place of the usual ones. */
  readonly settings?: Readonly<Record<string, number | boolean>>;
}

/**
 * READ_CSV for a file whose shape is known: every cell a text, empty cells null whether quoted or not. Strict, so
 * that a row with too many cells is an error and not cut; on one thread if not said otherwise, because DuckDB 1.5 on
 * several threads can start in the middle of a long quoted cell and take its text for rows.
 */
export function readCsv({ path, options, settings: more = {} }: CsvSource, bind: Bind): string {
  const columns = options.names.map((name) => `${quoteText(name)}: 'VARCHAR'`);
  const settings = Object.entries({
    delim: bind(options.delimiter, 'text'),
    quote: bind(options.quote, 'text'),
    escape: bind(options.escape, 'text'),
    header: options.header,
    skip: Math.trunc(options.skip),
    columns: `{${columns.join(', ')}}`,
    auto_detect: false,
    strict_mode: true,
    null_padding: false,
    parallel: false,
    ...more,
  });
  return `READ_CSV(${bind(path, 'text')}, ${settings.map(([name, value]) => `${name} = ${value}`).join(', ')})`;
}
