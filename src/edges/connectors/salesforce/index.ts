export { salesforceConnector } from './salesforce-connector.ts';
