export { codeBands } from './code-bands.ts';
export { codeCategories } from './code-categories.ts';
export { codeDates } from './code-dates.ts';
export { codeNumbers } from './code-numbers.ts';
export { codeTruths } from './code-truths.ts';
export { discover } from './discover.ts';
export type { FieldAbout } from './field-about.ts';
export { areGroupsOf, type PatternGroups, placeRecords } from './place-records.ts';
export type * from './types.ts';
