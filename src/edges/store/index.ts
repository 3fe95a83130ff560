export type * from './job-types.ts';
export { openStore } from './open-store.ts';
export type * from './types.ts';
export type { CheckedFile, CheckUp, StoredFile } from './upkeep-types.ts';
