export { type HubspotPlan, professionalPlan } from './hubspot-limits.ts';
export { hubspotSecrets } from './hubspot-tokens.ts';
export { type HubspotOptions, type HubspotStandIn, startHubspot } from './start-hubspot.ts';
