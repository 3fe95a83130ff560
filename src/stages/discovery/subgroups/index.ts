export { packRows } from './pack-rows.ts';
export { searchSubgroups } from './search-subgroups.ts';
export type * from './types.ts';
