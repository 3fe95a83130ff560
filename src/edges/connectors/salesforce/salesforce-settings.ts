import type { ConnectionNeed, RateLimit, StreamName } from '../records/index.ts';

const docs = 'https://developer.salesforce.com/docs/atlas.en-us';

/** What Salesforce says of itself and may change, in one place. */
export const salesforceSettings = {
  label: 'Salesforce',
  /** Versions live for at least three years (REST API Developer Guide, API end-of-life). */
  apiVersion: '62.0',
  /** Most records of one call of sObject collections (REST API Developer Guide, Update Multiple Records). */
  collection: 200,
  /**
   * Above so many records the Bulk API 2.0 is asked, below it REST (Salesforce Developer Limits and Allocations Quick
   * Reference: "fewer than 2,000 records").
   */
  bulkAbove: 2000,
  /** Records of one bulk write. A job takes 150 MB. */
  writeBatch: 10_000,
  /** Requests of one bulk write: job, file, hand-in, four looks at it, done rows, refused rows. */
  bulkWriteRequests: 9,
  /** Most rows of a page of bulk results, and how many cells it may have: a page is held in memory. */
  bulkPage: { rows: 50_000, cells: 600_000 },
  /** Longest query that goes into an address; the whole may have 16,384 characters. */
  longestQuery: 14_000,
  /** Waits between looks at a bulk job, in seconds: each is so many times longer than the one before. */
  jobWaits: { first: 3, growth: 1.6, longest: 60, giveUpAfter: 6 * 3600 },
  /**
   * Days that deletions can be asked for: the bin keeps them for 15 (SOQL ALL ROWS, getDeleted). One is kept for clocks
   * and a slow start.
   */
  deletionDays: 14,
  /** Rows commit late: a transaction may run for ten minutes after it took its time stamp. */
  overlapSeconds: 900,
  /** Names of the fields that Bestfit writes begin so: they are never read as traits. */
  ownPrefix: 'Bestfit_',
  loginHosts: ['login.salesforce.com', 'test.salesforce.com'],
} as const;

/** Limits as published; what the org really has is told with every answer. */
export const salesforceLimits: readonly RateLimit[] = [
  {
    name: 'day',
    requests: 100_000,
    seconds: 86_400,
    source: `${docs}.salesforce_app_limits_cheatsheet.meta/salesforce_app_limits_cheatsheet/salesforce_app_limits_platform_api.htm (Enterprise Edition, before licences)`,
  },
  {
    name: 'bulk-query-jobs',
    named: true,
    requests: 10_000,
    seconds: 86_400,
    source: `${docs}.api_asynch.meta/api_asynch/bulk_common_limits.htm`,
  },
];

/** Name of the limit that is the day's budget. */
export const dayLimit = 'day';

/** Name of the limit of bulk queries. */
export const bulkQueryLimit = 'bulk-query-jobs';

/** What a connection needs. Without a refresh token the client's own credentials open the sessions. */
export const salesforceNeeds: readonly ConnectionNeed[] = [
  {
    name: 'origin',
    label: 'Address of the org (My Domain), such as https://acme.my.salesforce.com',
    variable: 'BESTFIT_SALESFORCE_ORIGIN',
    secret: false,
    required: true,
  },
  {
    name: 'client-id',
    label: 'Consumer key of the connected app',
    variable: 'BESTFIT_SALESFORCE_CLIENT_ID',
    secret: true,
    required: true,
  },
  {
    name: 'client-secret',
    label: 'Consumer secret of the connected app',
    variable: 'BESTFIT_SALESFORCE_CLIENT_SECRET',
    secret: true,
    required: true,
  },
  {
    name: 'refresh-token',
    label: 'Refresh token; left out, the client credentials flow is used',
    variable: 'BESTFIT_SALESFORCE_REFRESH_TOKEN',
    secret: true,
    required: false,
  },
];

/** A stream as an object of Salesforce. */
export interface StreamObject {
  readonly stream: StreamName;
  readonly object: string;
  /** Field that names the company; null for companies. */
  readonly company: string | null;
  /** Whether records of it can be merged, so that it has a MasterRecordId. */
  readonly merges: boolean;
  /** Where its stage history is; null for objects without. */
  readonly history: { readonly object: string; readonly key: string } | null;
  /** Standard fields that are read unless a person chose otherwise. */
  readonly byDefault: readonly string[];
}

const common = ['Id', 'OwnerId', 'CreatedDate', 'CurrencyIsoCode'];

/** In the order in which they are read. */
export const streamObjects: readonly StreamObject[] = [
  {
    stream: 'companies',
    object: 'Account',
    company: null,
    merges: true,
    history: null,
    byDefault: [
      ...common,
      'Name',
      'Type',
      'Website',
      'Industry',
      'NumberOfEmployees',
      'AnnualRevenue',
      'BillingCity',
      'BillingState',
      'BillingCountry',
      'YearStarted',
      'Ownership',
      'AccountSource',
    ],
  },
  {
    stream: 'deals',
    object: 'Opportunity',
    company: 'AccountId',
    merges: false,
    history: { object: 'OpportunityHistory', key: 'OpportunityId' },
    byDefault: [
      ...common,
      'AccountId',
      'Name',
      'StageName',
      'Amount',
      'CloseDate',
      'IsWon',
      'IsClosed',
      'Type',
      'LeadSource',
    ],
  },
  {
    stream: 'contacts',
    object: 'Contact',
    company: 'AccountId',
    merges: true,
    history: null,
    byDefault: [
      ...common,
      'AccountId',
      'FirstName',
      'LastName',
      'Email',
      'Title',
      'Department',
      'HasOptedOutOfEmail',
    ],
  },
];

/** Path of the REST API: `sobjects/Account/describe` becomes `/services/data/v62.0/sobjects/Account/describe`. */
export function apiPath(path: string): string {
  return `/services/data/v${salesforceSettings.apiVersion}/${path}`;
}

/** The object of a stream; a name that is no stream is a mistake of the caller. */
export function streamObject(stream: StreamName): StreamObject {
  const found = streamObjects.find((each) => each.stream === stream);
  if (found === undefined) throw new Error(`unknown stream: ${stream}`);
  return found;
}
