import type { RateLimit } from '../records/index.ts';
import { type HubspotPlan, type HubspotPlanName, hubspotFacts } from './hubspot-facts.ts';

/** The limits of a plan by its name; of the smallest one when none is named, which holds for every account. */
export function hubspotLimits(name: string | null): readonly RateLimit[] {
  const plans: Readonly<Record<string, HubspotPlan>> = hubspotFacts.plans;
  const smallest: HubspotPlanName = 'starter';
  const { burst, day } = plans[name ?? smallest] ?? hubspotFacts.plans[smallest];
  const { burstSeconds, planSource, searchesPerSecond, searchSource } = hubspotFacts;
  return [
    { name: 'burst', requests: burst, seconds: burstSeconds, source: planSource },
    { name: 'search', requests: searchesPerSecond, seconds: 1, named: true, source: searchSource },
    ...(day === null ? [] : [{ name: 'day', requests: day, seconds: 86_400, source: planSource }]),
  ];
}
