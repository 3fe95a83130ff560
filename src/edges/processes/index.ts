export { createForks } from './create-forks.ts';
export { endWithParent } from './end-with-parent.ts';
export type * from './types.ts';
