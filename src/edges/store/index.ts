export type * from './job-types.ts';
export { openStore } from './open-store.ts';
export { type RestoreOptions, restoreWorkspace } from './restore-workspace.ts';
export type * from './sync-types.ts';
export type * from './types.ts';
export type { CatalogCopy, CheckedFile, CheckUp, StoredFile } from './upkeep-types.ts';
