export { hubspotConnector } from './hubspot-connector.ts';
