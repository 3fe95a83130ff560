export { salesforceSecrets } from './salesforce-tokens.ts';
export { type SalesforceOptions, type SalesforceStandIn, startSalesforce } from './start-salesforce.ts';
