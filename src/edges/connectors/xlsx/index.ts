export { xlsxConnector } from './xlsx-connector.ts';
