export { jsonConnector, jsonLinesConnector } from './json-connector.ts';
