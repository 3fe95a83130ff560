import type { RecordConnector } from './records/index.ts';

/** Every kind of source of records that can be connected. */
export const recordConnectors: readonly RecordConnector[] = [];
