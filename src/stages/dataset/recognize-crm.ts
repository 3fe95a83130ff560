import type { ColumnProfile } from './column-profile.ts';
import type { FileKind } from './types.ts';
import { plainText } from './values/index.ts';

/** How the exports of one system are told: headers that only it writes, and how many of them it takes. */
interface Layout {
  readonly system: string;
  readonly headers: RegExp;
  readonly least: number;
}

const layouts: readonly Layout[] = [
  { system: 'Pipedrive', headers: /^(?:Organization|Deal|Person|Lead|Activity|Product) - \S/, least: 2 },
  {
    system: 'HubSpot',
    headers:
      /^(?:hs_\w+|hubspot_owner_id|Record ID|Datensatz-ID|ID de registro|(?:Company|Deal|Contact) owner|Associated (?:Company|Contact|Deal)(?: IDs?)?(?: \(Primary\))?|Lifecycle Stage|Lifecycle-Phase|Etapa del ciclo de vida|Deal Stage|Dealphase|Etapa del negocio|Company Domain Name|Unternehmens-Domainname|Nombre de dominio de la empresa)$/,
    least: 2,
  },
  {
    system: 'Salesforce',
    headers:
      /^(?:AccountId|OwnerId|StageName|IsWon|IsClosed|CloseDate|CreatedDate|SystemModstamp|CurrencyIsoCode|NumberOfEmployees|AnnualRevenue|Billing(?:City|Country|State|Street|PostalCode)|LeadSource|HasOptedOutOfEmail|\w+__c)$/,
    least: 3,
  },
  {
    system: 'Salesforce',
    headers:
      /^(?:(?:Account|Opportunity|Contact) (?:ID|Name|Owner)|Billing (?:Country|City|State\/Province)|Amount Currency|Lead Source|Fiscal Period|Probability \(%\))$/,
    least: 3,
  },
];

const objects: Readonly<Partial<Record<FileKind, string>>> = {
  accounts: 'companies',
  deals: 'deals',
  people: 'contacts',
};

/**
 * The system that wrote a file, by the headers of its exports, in words: `HubSpot export of deals`. Null when no
 * layout fits.
 */
export function recognizeCrm(profiles: readonly ColumnProfile[], as: FileKind): string | null {
  const object = objects[as];
  if (object === undefined) return null;
  const headers = profiles.map(({ header }) => header.trim());
  const found = layouts.find(({ headers: own, least }) => {
    return headers.filter((header) => own.test(header)).length >= least;
  });
  return found === undefined ? null : `${found.system} export of ${object}`;
}

/** True for a column whose cells may hold several ids of companies (`12;34`): an association of a CRM. */
export function listsIds(header: string): boolean {
  return /\bids\b/.test(plainText(header));
}
