export { createFolderConnector } from './create-folder-connector.ts';
export type * from './types.ts';
