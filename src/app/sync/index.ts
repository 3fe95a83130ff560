export { syncConnection } from './sync-connection.ts';
export type * from './types.ts';
