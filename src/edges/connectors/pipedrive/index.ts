export { pipedriveConnector } from './pipedrive-connector.ts';
