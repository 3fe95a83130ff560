export { connectorFor } from './connector-for.ts';
export type * from './types.ts';
