export {
  type AggregateOptions,
  aggregate,
  count,
  countDistinct,
  countOf,
  countWhere,
  max,
  min,
  sum,
} from './aggregates.ts';
export { add, divide, multiply, subtract } from './arithmetic.ts';
export { call, cast, tryCast } from './calls.ts';
export { column, named } from './columns.ts';
export { eq, ge, gt, isIn, isNotNull, isNull, le, lt, ne } from './comparisons.ts';
export { type CompiledConditions, compileConditions } from './compile-conditions.ts';
export type { ConditionSources, FieldShape } from './compile-sources.ts';
export { createDialect } from './create-dialect.ts';
export type { Bind, CsvFile, DialectRules, ParquetFiles, WriteCall } from './dialect-rules.ts';
export { foldedLetters } from './folded-letters.ts';
export { groupBy } from './group-by.ts';
export { groupByAccount } from './group-by-account.ts';
export { boolean, date, integer, literal, nullOf, number, text, textList } from './literals.ts';
export { and, caseWhen, not, or, when } from './logic.ts';
export { chooseBy, type Outcome } from './outcomes.ts';
export { plainRow } from './plain-row.ts';
export { type SelectParts, select, union } from './queries.ts';
export { quoteIdentifier } from './quote-identifier.ts';
export { type RecordChoice, readRecords } from './record-reader.ts';
export {
  antiJoin,
  crossJoin,
  csv,
  join,
  leftJoin,
  numberedParquet,
  parquet,
  semiJoin,
  subquery,
  table,
  unnest,
  values,
} from './relations.ts';
export { tableNames } from './table-names.ts';
export type * from './types.ts';
export { asc, desc, rowNumber, type WindowOptions, window } from './windows.ts';
