import {
  type Bind,
  createDialect,
  type Dialect,
  type ParquetFiles,
  type SqlType,
} from '../../../base/sql/index.ts';
import { readCsv } from './read-csv.ts';

const types: Readonly<Record<SqlType, string>> = {
  text: 'VARCHAR',
  integer: 'BIGINT',
  double: 'DOUBLE',
  boolean: 'BOOLEAN',
  date: 'DATE',
  'text[]': 'VARCHAR[]',
};

/** How DuckDB writes. Its texts compare by bytes as they are, so nothing is collated. */
export const duckDbDialect: Dialect = createDialect({
  name: 'DuckDB',
  types,
  semiJoins: 'native',
  functions: {
    fold: ([of]) => `LOWER(STRIP_ACCENTS(${of}))`,
    contains: ([of, part]) => `CONTAINS(${of}, ${part})`,
    isElement: ([of, list]) => `LIST_CONTAINS(${list}, ${of})`,
    matches: ([of, pattern]) => `REGEXP_MATCHES(${of}, ${pattern}, 's')`,
    regexReplace: ([of, pattern, by]) => `REGEXP_REPLACE(${of}, ${pattern}, ${by}, 'gs')`,
  },
  lenientCast: (written, type) => `TRY_CAST(${written} AS ${types[type]})`,
  collate: (written) => written,
  sortedList: ({ value, order, filter }) =>
    `LIST_SORT(ARRAY_AGG(${value})${filter}, '${order.direction}', 'NULLS ${order.nulls}')`,
  countAbout: (written) => `APPROX_COUNT_DISTINCT(${written})`,
  first: ({ value, orderBy, filter }) => `FIRST(${value} ORDER BY ${orderBy})${filter}`,
  table: (name) => duckDbDialect.identifier(name),
  parquet: readParquet,
  csv: ({ path, options, plain }, bind) => readCsv({ path, options, settings: { parallel: plain } }, bind),
});

function readParquet({ paths, rowNumber }: ParquetFiles, bind: Bind): string {
  const files = `READ_PARQUET(${pathList(paths, bind)}, union_by_name = ${paths.length > 1}`;
  if (rowNumber === null) return `${files})`;
  const number = `file_row_number + 1 AS ${duckDbDialect.identifier(rowNumber)}`;
  return `(SELECT * EXCLUDE (file_row_number), ${number} FROM ${files}, file_row_number = true))`;
}

function pathList(paths: readonly string[], bind: Bind): string {
  return `[${paths.map((path) => bind(path, 'text')).join(', ')}]`;
}
