import type { CompanyWorld, CrmKind } from '../shared/index.ts';
import type { HubspotProperty } from './hubspot-account.ts';

/** HubSpot's ids of the stages of the default pipeline, in the order of `worldStages`. */
export const stageIds = [
  'appointmentscheduled',
  'qualifiedtobuy',
  'presentationscheduled',
  'contractsent',
  'closedwon',
  'closedlost',
] as const;

/** The property that says when a record last changed: not the same for all kinds. */
export const modifiedProperty: Readonly<Record<CrmKind, string>> = {
  companies: 'hs_lastmodifieddate',
  deals: 'hs_lastmodifieddate',
  contacts: 'lastmodifieddate',
};

/** What is answered when no properties are asked for. */
export const defaultProperties: Readonly<Record<CrmKind, readonly string[]>> = {
  companies: ['createdate', 'domain', 'hs_lastmodifieddate', 'hs_object_id', 'name'],
  deals: [
    'amount',
    'closedate',
    'createdate',
    'dealname',
    'dealstage',
    'hs_lastmodifieddate',
    'hs_object_id',
    'pipeline',
  ],
  contacts: ['createdate', 'email', 'firstname', 'hs_object_id', 'lastmodifieddate', 'lastname'],
};

type Short = readonly [name: string, label: string, type: HubspotProperty['type'], readOnly?: 'read-only'];

const common: readonly Short[] = [
  ['hs_object_id', 'Record ID', 'number', 'read-only'],
  ['createdate', 'Create Date', 'datetime', 'read-only'],
  ['hs_lastmodifieddate', 'Last Modified Date', 'datetime', 'read-only'],
  ['lastmodifieddate', 'Last Modified Date', 'datetime', 'read-only'],
  ['hs_merged_object_ids', 'Merged Record IDs', 'enumeration', 'read-only'],
  ['hubspot_owner_id', 'Owner', 'enumeration'],
];

const own: Readonly<Record<CrmKind, readonly Short[]>> = {
  companies: [
    ['name', 'Company name', 'string'],
    ['domain', 'Company Domain Name', 'string'],
    ['industry', 'Industry', 'string'],
    ['country', 'Country/Region', 'string'],
    ['city', 'City', 'string'],
    ['numberofemployees', 'Number of Employees', 'number'],
    ['founded_year', 'Year Founded', 'string'],
    ['lifecyclestage', 'Lifecycle Stage', 'enumeration'],
    ['booking_tool', 'Booking tool', 'string'],
  ],
  deals: [
    ['dealname', 'Deal Name', 'string'],
    ['amount', 'Amount', 'number'],
    ['dealstage', 'Deal Stage', 'enumeration'],
    ['pipeline', 'Pipeline', 'enumeration'],
    ['closedate', 'Close Date', 'datetime'],
    ['closed_lost_reason', 'Closed Lost Reason', 'string'],
    ['hs_is_closed', 'Is Deal Closed?', 'bool', 'read-only'],
    ['hs_is_closed_won', 'Is Closed Won', 'bool', 'read-only'],
    ...stageIds.map(
      (id): Short => [`hs_v2_date_entered_${id}`, `Date entered "${id}"`, 'datetime', 'read-only'],
    ),
  ],
  contacts: [
    ['firstname', 'First Name', 'string'],
    ['lastname', 'Last Name', 'string'],
    ['email', 'Email', 'string'],
    ['jobtitle', 'Job Title', 'string'],
    ['phone', 'Phone Number', 'string'],
  ],
};

const fieldTypes: Readonly<Record<HubspotProperty['type'], string>> = {
  string: 'text',
  number: 'number',
  datetime: 'date',
  date: 'date',
  enumeration: 'select',
  bool: 'booleancheckbox',
};

/** The properties that an account has from the start. */
export function initialProperties(kind: CrmKind): Map<string, HubspotProperty> {
  const all = [...common, ...own[kind]].map(
    ([name, label, type, readOnly]): HubspotProperty => ({
      name,
      label,
      type,
      fieldType: fieldTypes[type],
      groupName: `${kind}information`,
      description: '',
      options: [],
      hasUniqueValue: name === 'hs_object_id' || name === 'email',
      hubspotDefined: name !== 'booking_tool',
      isReadOnly: readOnly !== undefined,
    }),
  );
  return new Map(all.map((property) => [property.name, property]));
}

/** HubSpot's id of an owner. */
export function ownerId(owner: number): string {
  return String(70_000_001 + owner * 13);
}

/** A moment as HubSpot writes it. */
export function iso(at: number): string {
  return new Date(at).toISOString();
}

/** What the world's records hold under HubSpot's names; system properties are not among them. */
export function hubspotValues(
  world: CompanyWorld,
): Readonly<Record<CrmKind, (row: number) => Readonly<Record<string, string | null>>>> {
  return {
    companies: (row) => companyValues(world, row),
    deals: (row) => dealValues(world, row),
    contacts: (row) => {
      const { firstName, lastName, email, title, phone, owner } = world.contact(row);
      return {
        firstname: firstName,
        lastname: lastName,
        email,
        jobtitle: title,
        phone,
        hubspot_owner_id: ownerId(owner),
      };
    },
  };
}

function companyValues(world: CompanyWorld, row: number): Readonly<Record<string, string | null>> {
  const company = world.company(row);
  const outcomes = new Set(world.dealsOfCompany(row).map((deal) => world.deal(deal).outcome));
  const later = outcomes.has('open') ? 'opportunity' : 'lead';
  return {
    name: company.name,
    domain: company.domain,
    industry: company.industry,
    country: company.country,
    city: company.city,
    numberofemployees: text(company.employees),
    founded_year: text(company.founded),
    booking_tool: company.tool,
    hubspot_owner_id: ownerId(company.owner),
    lifecyclestage: outcomes.has('won') ? 'customer' : later,
  };
}

function dealValues(world: CompanyWorld, row: number): Readonly<Record<string, string | null>> {
  const deal = world.deal(row);
  const entered = deal.stages.map(({ stage, at }) => [`hs_v2_date_entered_${stageIds[stage]!}`, iso(at)]);
  return {
    dealname: deal.name,
    amount: text(deal.amount),
    dealstage: stageIds[deal.stages.at(-1)!.stage]!,
    pipeline: 'default',
    closedate: deal.closedAt === null ? null : iso(deal.closedAt),
    closed_lost_reason: deal.lossReason,
    hubspot_owner_id: ownerId(deal.owner),
    hs_is_closed: String(deal.outcome !== 'open'),
    hs_is_closed_won: String(deal.outcome === 'won'),
    ...(Object.fromEntries(entered) as Record<string, string>),
  };
}

function text(value: number | null): string | null {
  return value === null ? null : String(value);
}
