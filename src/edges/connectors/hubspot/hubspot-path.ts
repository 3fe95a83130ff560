import { hubspotFacts } from './hubspot-facts.ts';

/** Path of a part of the API: `/crm/objects/2026-09/companies`, `/crm/owners/2026-09`. */
export function hubspotPath(part: string, rest?: string): string {
  const path = `/${part}/${hubspotFacts.version}`;
  return rest === undefined ? path : `${path}/${rest}`;
}
