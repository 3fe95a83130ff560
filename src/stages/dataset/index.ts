export { listsWithoutEnding, parseAbsence, writeAbsence } from './absence.ts';
export {
  type AbsentDeals,
  accountsWithoutDeal,
  countAbsentDeals,
  daysToWinQuery,
  endAbsentDeals,
  listedQuery,
  withLostAccounts,
} from './absent-deals.ts';
export type { CanonicalField, Content } from './canonical-field.ts';
export { canonicalField, canonicalTables } from './canonical-tables.ts';
export { catalogField, type FieldDetail } from './catalog-fields.ts';
export {
  countApart,
  countedCells,
  fieldCountsQuery,
  isAbout,
  isListed,
  MOST_VALUES,
  presentCustomers,
  topValuesQuery,
} from './catalog-queries.ts';
export type { CellValue } from './cell-value.ts';
export type { ColumnProfile, ShareName, TextCount } from './column-profile.ts';
export type { Conversion } from './conversion.ts';
export {
  convertedFields,
  convertedTable,
  isConvertible,
  isUnconverted,
} from './convert-money.ts';
export type { ColumnOverride } from './decide-columns.ts';
export { disguisedBlanks } from './disguised-blanks.ts';
export {
  entitiesQuery,
  type FoldedField,
  type FoldPlan,
  foldColumns,
  foldPart,
  planFold,
} from './fold-entities.ts';
export { groupSpellings, type SpellingGroup } from './group-spellings.ts';
export { guessMapping, type MappingRequest } from './guess-mapping.ts';
export { type EntityPart, entityKey, SAME } from './join-entities.ts';
export { type MergedField, mergeFields } from './join-fields.ts';
export { nearest } from './join-nearest.ts';
export {
  inOrder,
  type JoinedLookup,
  type JoinedPart,
  keyText,
  partQuery,
  tableQuery,
} from './join-tables.ts';
export { saidValues } from './join-values.ts';
export { knownWords } from './known-words.ts';
export { nearDuplicates } from './near-duplicates.ts';
export { oneAccountEach } from './one-account.ts';
export { readCell } from './plan-cell.ts';
export { columnsOfField } from './plan-columns.ts';
export { fastBranches, fastValue } from './plan-fast.ts';
export { canonicalPartField, keyColumn } from './plan-fields.ts';
export { keyOfRows, type RowKey, rowsWithKey } from './plan-keys.ts';
export { type LookupPlan, type PartPlan, planLookup, planParts } from './plan-parts.ts';
export {
  type ColumnReader,
  type Dictionary,
  dictionaryColumns,
  dictionaryRow,
  isJoined,
  type PlacedReader,
  ROW,
  restOf,
  STAGED,
} from './plan-reader.ts';
export {
  ACCOUNT,
  type FilePlan,
  keyedRows,
  LOOKUP_KEY,
  LOOKUP_VALUE,
  namesRow,
  namesToNormalize,
  rowIsAccount,
  rowWithoutId,
} from './plan-rows.ts';
export { joinSlices, type TypedSlice, typedSlice } from './plan-slices.ts';
export { type Unsummable, unsummable } from './plan-sums.ts';
export { profileColumn } from './profile-column.ts';
export { proposeAbsence, timeToWin } from './propose-absence.ts';
export type { QualityColumn, QualityFinding, QualityKind } from './quality-types.ts';
export { type Rate, type RateFault, type RateRow, rateColumns, readRates } from './read-rates.ts';
export { respellSet } from './respell-set.ts';
export { addSums } from './sum-columns.ts';
export { oldestDay, suspectDays, suspiciousDates } from './suspicious-dates.ts';
export { tableOfRows } from './table-of-rows.ts';
export {
  type DatedDeals,
  type TruncatedMonths,
  truncatedOutcomes,
} from './truncated-outcomes.ts';
export type * from './types.ts';
export { addRules, noRules, ruledColumns } from './value-rules.ts';
export { normalizeName, parseCountry, saysUnknown, surePhrases } from './values/index.ts';
