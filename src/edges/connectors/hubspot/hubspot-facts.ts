/** How much an account may ask: requests in any 10 seconds, and from midnight to midnight; null: no limit a day. */
export interface HubspotPlan {
  readonly burst: number;
  readonly day: number | null;
}

/** What an account may be: of a private app by subscription, or (`app`) connected by OAuth. */
export type HubspotPlanName = 'starter' | 'professional' | 'enterprise' | 'add-on' | 'app';

/** What HubSpot publishes, in one place: correct it here when it changes. Sizes are records, lengths characters. */
export const hubspotFacts = {
  origin: 'https://api.hubapi.com',
  /** developers.hubspot.com/docs/api-reference/legacy/migration-guide: versions are dates; numbers end in September 2027. */
  version: '2026-09',
  /** developers.hubspot.com/docs/developer-tooling/platform/usage-guidelines */
  plans: {
    starter: { burst: 100, day: 250_000 },
    professional: { burst: 190, day: 625_000 },
    enterprise: { burst: 190, day: 1_000_000 },
    'add-on': { burst: 250, day: 1_000_000 },
    app: { burst: 110, day: null },
  } satisfies Readonly<Record<HubspotPlanName, HubspotPlan>>,
  burstSeconds: 10,
  planSource: 'developers.hubspot.com/docs/developer-tooling/platform/usage-guidelines',
  /** developers.hubspot.com/docs/api-reference/latest/crm/search-the-crm: searches a second of an account. */
  searchesPerSecond: 5,
  searchSource: 'developers.hubspot.com/docs/api-reference/latest/crm/search-the-crm',
  /** One search shows no more than 10,000: paging by id begins a new one with each page. */
  searchPage: 200,
  /** Lists and batches; with the history of a property half of it. */
  listPage: 100,
  historyPage: 50,
  batch: 100,
  /** Records whose associations one request reads. */
  linkBatch: 1000,
  ownerPage: 500,
  /** Longer addresses are answered with 414 (seen at 16,000). */
  longestQuery: 14_000,
  /** Searches learn of a change `a few moments` later; ten minutes are on the safe side and cost little. */
  overlapSeconds: 600,
  /** What Bestfit makes lies in a group of properties of this name, and each begins with the prefix. */
  ownGroup: 'bestfit',
  ownPrefix: 'bestfit_',
  /** How long to wait where the answer does not say it: its own header is not reliable. */
  waitSeconds: { second: 1, burst: 10, locked: 2 },
} as const;
