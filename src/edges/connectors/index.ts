export { findTables } from './find-tables.ts';
export { createFolderConnector } from './folder/index.ts';
export { recordConnectors } from './record-connectors.ts';
export type * from './records/index.ts';
export type * from './types.ts';
