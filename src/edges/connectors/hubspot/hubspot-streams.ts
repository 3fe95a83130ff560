import type { StreamName } from '../records/index.ts';

/** What is particular about one kind of HubSpot's records. */
export interface HubspotStream {
  /** The date of the last change: HubSpot calls it differently for contacts, and the other name finds nothing. */
  readonly modified: string;
  /** Streams that its records belong to. */
  readonly links: readonly StreamName[];
  /** The property whose history is read, if it is among the fields; null for none. */
  readonly history: string | null;
  /** Headers of HubSpot's own exports, by property. These properties are read unless a person chose otherwise. */
  readonly headers: Readonly<Record<string, string>>;
}

const everywhere = {
  hs_object_id: 'Record ID',
  createdate: 'Create Date',
  hs_analytics_source: 'Original Traffic Source',
} as const;

/** The streams in the order in which they are read: what others belong to comes first. */
export const hubspotStreams = {
  companies: {
    modified: 'hs_lastmodifieddate',
    links: [],
    history: null,
    headers: {
      ...everywhere,
      name: 'Company name',
      domain: 'Company Domain Name',
      industry: 'Industry',
      country: 'Country/Region',
      state: 'State/Region',
      city: 'City',
      zip: 'Postal Code',
      numberofemployees: 'Number of Employees',
      annualrevenue: 'Annual Revenue',
      founded_year: 'Year Founded',
      type: 'Type',
      lifecyclestage: 'Lifecycle Stage',
      hubspot_owner_id: 'Company owner',
    },
  },
  deals: {
    modified: 'hs_lastmodifieddate',
    links: ['companies'],
    history: 'dealstage',
    headers: {
      ...everywhere,
      dealname: 'Deal Name',
      amount: 'Amount',
      deal_currency_code: 'Currency',
      dealstage: 'Deal Stage',
      pipeline: 'Pipeline',
      dealtype: 'Deal Type',
      closedate: 'Close Date',
      closed_lost_reason: 'Closed Lost Reason',
      closed_won_reason: 'Closed Won Reason',
      hubspot_owner_id: 'Deal owner',
    },
  },
  contacts: {
    modified: 'lastmodifieddate',
    links: ['companies'],
    history: null,
    headers: {
      ...everywhere,
      firstname: 'First Name',
      lastname: 'Last Name',
      email: 'Email',
      jobtitle: 'Job Title',
      lifecyclestage: 'Lifecycle Stage',
      hubspot_owner_id: 'Contact owner',
      hs_email_optout: 'Unsubscribed from all email',
      hs_legal_basis: "Legal basis for processing contact's data",
    },
  },
} satisfies Readonly<Record<string, HubspotStream>>;

/** What is particular about a stream, by its name. */
export function hubspotStream(name: StreamName): HubspotStream {
  const streams: Readonly<Record<string, HubspotStream>> = hubspotStreams;
  const stream = streams[name];
  if (stream === undefined) throw new Error(`unknown HubSpot stream: ${name}`);
  return stream;
}
