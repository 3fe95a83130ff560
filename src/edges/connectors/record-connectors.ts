import { hubspotConnector } from './hubspot/index.ts';
import { pipedriveConnector } from './pipedrive/index.ts';
import type { RecordConnector } from './records/index.ts';
import { salesforceConnector } from './salesforce/index.ts';

/** Every kind of source of records that can be connected. */
export const recordConnectors: readonly RecordConnector[] = [
  hubspotConnector,
  salesforceConnector,
  pipedriveConnector,
];
