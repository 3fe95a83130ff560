import type { RateLimit } from '../records/index.ts';

const openapi = 'openapi-v2.yaml of developers.pipedrive.com, read in September 2026';
const openapiV1 = 'openapi-v1.yaml of developers.pipedrive.com, read in September 2026';
const rateLimiting = 'pipedrive.readme.io/docs/core-api-concepts-rate-limiting, updated 17 September 2026';

/** Where Pipedrive is. */
export const pipedriveAddresses = {
  /** For every company; its own address (`https://acme.pipedrive.com`) does as well. */
  api: 'https://api.pipedrive.com',
  /** Where an app renews its tokens; a stand-in or gateway does it at its own origin. */
  tokens: 'https://oauth.pipedrive.com',
  domain: '.pipedrive.com',
  source: openapi,
} as const;

/** Tokens of the day that a request costs. */
export const pipedriveCosts = {
  /** A page of records or of fields. */
  list: 10,
  archivedList: 20,
  /** A page of pipelines or stages. */
  stages: 5,
  users: 20,
  me: 2,
  change: 5,
  newField: 5,
  source: `x-token-cost of ${openapi}; users and me of ${openapiV1}`,
} as const;

/** Sizes that Pipedrive sets. */
export const pipedriveSizes = {
  page: 500,
  /** Custom fields that a request may name; it gets all of them when it names none. */
  namedCustomFields: 15,
  source: openapi,
} as const;

/** What a plan allows: requests in 2 seconds by one token, and how often the base of tokens a day, for each seat. */
export const pipedrivePlans: Readonly<Record<string, { readonly burst: number; readonly times: number }>> = {
  lite: { burst: 20, times: 1 },
  growth: { burst: 40, times: 2 },
  premium: { burst: 100, times: 5 },
  ultimate: { burst: 120, times: 7 },
};

/** The tokens of a day for one seat of the smallest plan. */
export const baseTokens = 30_000;

/** The smallest plan's burst: what is kept to while nobody said the plan. */
export const leastBurst: RateLimit = { name: 'burst', requests: 20, seconds: 2, source: rateLimiting };

/** The budget of a day; `requests` are tokens. */
export const dayLimit: RateLimit = {
  name: 'day',
  requests: baseTokens,
  seconds: 86_400,
  source: `${rateLimiting}: 30,000 tokens by plan and seats, for the whole company`,
};

/**
 * Headers of limits. Those of the day are in no document: staff named them in the developers' forum (January 2026) and
 * said that they can be missing, so that nothing may depend on them.
 */
export const pipedriveHeaders = {
  burstReset: 'x-ratelimit-reset',
  dayLimit: 'x-daily-ratelimit-token-limit',
  dayLeft: 'x-daily-ratelimit-token-remaining',
  source: rateLimiting,
} as const;

/** Seconds to stay away after the HTML page (403) that who goes on after a 429 gets; how long it lasts is not said. */
export const abuseSeconds = 60;

/** Days for which deleted deals are listed (openapi-v2.yaml), less one for reads that last. */
export const deletedForDays = 29;

/**
 * How far back an incremental read begins, in seconds. Pipedrive names no lag of its lists: this covers requests under
 * way and clocks that differ.
 */
export const overlapSeconds = 120;

/**
 * How far before its own beginning a full read looks for deals that left the archive while it lasted, in seconds: clocks
 * that differ. Every deal that was changed in this time comes once more.
 */
export const catchUpSeconds = 10;

/** Records of one write, and how many of them are under way at once: Pipedrive changes one with each request. */
export const writeSizes = { batch: 50, atOnce: 4 } as const;
