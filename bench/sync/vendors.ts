import { type HubspotStandIn, hubspotSecrets, startHubspot } from '../../samples/crm/hubspot/index.ts';
import {
  type PipedriveStandIn,
  pipedrivePlan,
  pipedriveSecrets,
  startPipedrive,
} from '../../samples/crm/pipedrive/index.ts';
import {
  type SalesforceStandIn,
  salesforceSecrets,
  startSalesforce,
} from '../../samples/crm/salesforce/index.ts';
import type { CompanyWorld, CrmKind } from '../../samples/crm/shared/index.ts';

/** The vendors with a stand-in. */
export const vendors = ['hubspot', 'salesforce', 'pipedrive'] as const;

/** One of them. */
export type Vendor = (typeof vendors)[number];

/** A running stand-in of any of them. */
export type AnyStandIn = HubspotStandIn | SalesforceStandIn | PipedriveStandIn;

/** What a stand-in starts from. `indexLagMs`: how long HubSpot's searches do not know of a change. */
export interface StandInStart {
  readonly world: CompanyWorld;
  readonly now: () => number;
  readonly indexLagMs: number;
}

/** How a vendor is met in a bench. */
export interface VendorSetting {
  readonly start: (from: StandInStart) => Promise<AnyStandIn>;
  readonly secrets: Readonly<Record<string, string>>;
  /** Of an app whose tokens end. */
  readonly appSecrets: Readonly<Record<string, string>>;
  /** Part of the names of all endpoints but those that give tokens. */
  readonly endpoints: string;
  /** What a person says of the plan. */
  readonly options: Readonly<Record<string, string>>;
  /** The plan in words. */
  readonly plan: string;
  /** Of each kind the fields that are compared: the one that edits change, and the name. */
  readonly fields: Readonly<Record<CrmKind, readonly string[]>>;
}

/** Plans whose limits the stand-ins keep to: usual ones of HubSpot and Salesforce, the smallest of Pipedrive. */
export const vendorSettings: Readonly<Record<Vendor, VendorSetting>> = {
  hubspot: {
    start: startHubspot,
    secrets: { token: hubspotSecrets.privateToken },
    appSecrets: appOf(hubspotSecrets),
    endpoints: '/crm/',
    options: { plan: 'professional' },
    plan: 'private app, Professional: 190 requests in 10 s, 5 searches a second, 625,000 a day',
    fields: {
      companies: ['name', 'numberofemployees'],
      deals: ['dealname', 'amount'],
      contacts: ['lastname', 'jobtitle'],
    },
  },
  salesforce: {
    start: startSalesforce,
    secrets: appOf(salesforceSecrets),
    appSecrets: appOf(salesforceSecrets),
    endpoints: '/services/data/',
    options: {},
    plan: 'Enterprise: 100,000 requests in 24 hours; a bulk job takes 5 s',
    fields: {
      companies: ['Name', 'NumberOfEmployees'],
      deals: ['Name', 'Amount'],
      contacts: ['LastName', 'Title'],
    },
  },
  pipedrive: {
    start: (from) => startPipedrive({ ...from, plan: pipedrivePlan('lite', 1) }),
    secrets: { token: pipedriveSecrets.apiToken },
    appSecrets: appOf(pipedriveSecrets),
    endpoints: '/api/',
    options: { plan: 'lite', seats: '1' },
    plan: 'Lite, one seat: 20 requests in 2 s, 30,000 tokens a day',
    fields: {
      companies: ['name', 'employee_count'],
      deals: ['title', 'value'],
      contacts: ['last_name', 'job_title'],
    },
  },
};

function appOf(app: {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly refreshToken: string;
}) {
  return {
    'client-id': app.clientId,
    'client-secret': app.clientSecret,
    'refresh-token': app.refreshToken,
  };
}
