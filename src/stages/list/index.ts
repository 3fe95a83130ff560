export { type AccountRow, accountRow, type LineOutcomes, type StrongestSign } from './account-row.ts';
export { type CommitteeSources, committeeQuery } from './committee-query.ts';
export { committeeRoleOf } from './committee-role-of.ts';
export { committeeText } from './committee-text.ts';
export { decodeRow } from './decode-row.ts';
export { decodedList, dictionaryCodes, type ListDictionary, listDictionaries } from './decoded-list.ts';
export {
  type ExclusionOptions,
  type ExclusionTables,
  excludedAccounts,
  exclusions,
  prospectAccounts,
} from './excluded-accounts.ts';
export { listColumns } from './list-columns.ts';
export { codeColumns, listedColumns, listQuery } from './list-query.ts';
export { playOf } from './play-of.ts';
export type { Exclusion, ListedAccount, Play } from './types.ts';
export { whyNowText } from './why-now-text.ts';
export type { TotalChances } from './win-probability.ts';
