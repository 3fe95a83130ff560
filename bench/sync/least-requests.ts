import { type CrmKind, companyWorld, type WorldSize } from '../../samples/crm/shared/index.ts';
import type { Vendor } from './vendors.ts';

/** Requests that nobody can do without: so many records, so many of them at once. */
export interface LeastPart {
  readonly what: string;
  readonly records: number;
  readonly perRequest: number;
  readonly requests: number;
}

/** The least requests of a step, and what they are made of. */
export interface LeastRequests {
  readonly requests: number;
  readonly parts: readonly LeastPart[];
}

/** Records that changed, by kind. */
export type ChangedCounts = Readonly<Record<CrmKind, number>>;

type Part = readonly [what: string, records: number, perRequest: number];

/** Published sizes. Records of a page, a batch and so on; a request at least where one must look. */
const sizes = {
  hubspot: { list: 100, history: 50, search: 200, links: 1000 },
  salesforce: { page: 2000, result: 50_000, collection: 200 },
  pipedrive: { page: 500 },
} as const;

/** Fields, people and steps of deals, which every sync asks for: requests. */
const settings = {
  hubspot: { 'properties of three objects': 3, 'owners, archived ones too': 2, pipelines: 1 },
  salesforce: { 'described objects': 3, users: 1, stages: 1 },
  pipedrive: { 'fields of three objects': 3, users: 1, pipelines: 1, stages: 1 },
} as const;

/** To read everything. */
export function leastOfFull(vendor: Vendor, size: WorldSize): LeastRequests {
  return leastOf(vendor, fullParts[vendor](size));
}

/** To read what changed, and (HubSpot tells no change of a link) the links of all that may have changed. */
export function leastOfChanged(vendor: Vendor, changed: ChangedCounts, size: WorldSize): LeastRequests {
  return leastOf(vendor, changedParts[vendor](changed, size));
}

/** To write so many companies. */
export function leastOfWrite(vendor: Vendor, records: number): LeastRequests {
  const isBulk = records > sizes.salesforce.page;
  const part: Readonly<Record<Vendor, Part>> = {
    hubspot: ['batches of updates', records, sizes.hubspot.list],
    salesforce: isBulk
      ? ['bulk job: made, filled, closed, looked at, two results', 6, 1]
      : ['collections of updates', records, sizes.salesforce.collection],
    pipedrive: ['updates', records, 1],
  };
  return sum([part[vendor]]);
}

const fullParts: Readonly<Record<Vendor, (size: WorldSize) => readonly Part[]>> = {
  hubspot: ({ companies, deals, contacts }) => [
    ['lists of companies', companies, sizes.hubspot.list],
    ['lists of deals with stage history', deals, sizes.hubspot.history],
    ['lists of contacts', contacts, sizes.hubspot.list],
  ],
  salesforce: (size) => {
    const rows = {
      accounts: size.companies,
      opportunities: size.deals,
      history: stageEntries(size),
      contacts: size.contacts,
    };
    return Object.entries(rows).flatMap(([what, records]): readonly Part[] =>
      records <= sizes.salesforce.page
        ? [[`pages of ${what}`, records, sizes.salesforce.page]]
        : [
            [`bulk job of ${what}: made, looked at`, 2, 1],
            [`results of ${what}`, records, sizes.salesforce.result],
          ],
    );
  },
  pipedrive: ({ companies, deals, contacts }) => [
    ['lists of organizations', companies, sizes.pipedrive.page],
    ['lists of deals', deals, sizes.pipedrive.page],
    ['archived deals: at least one look', 1, 1],
    ['lists of persons', contacts, sizes.pipedrive.page],
  ],
};

const changedParts: Readonly<Record<Vendor, (changed: ChangedCounts, size: WorldSize) => readonly Part[]>> = {
  hubspot: (changed, { deals, contacts }) => [
    ...Object.entries(changed).flatMap(([kind, records]): readonly Part[] => [
      [`searches of ${kind}`, records, sizes.hubspot.search],
      [`batches of ${kind}`, records, kind === 'deals' ? sizes.hubspot.history : sizes.hubspot.list],
      [`archived ${kind}: one look`, 1, 1],
    ]),
    ['links of every deal, which no date tells', deals, sizes.hubspot.links],
    ['links of every contact, which no date tells', contacts, sizes.hubspot.links],
  ],
  salesforce: (changed) => [
    ...Object.entries(changed).map(
      ([kind, records]): Part => [`pages of ${kind}, deleted ones too`, records, sizes.salesforce.page],
    ),
    ['stage history: one look', 1, 1],
  ],
  pipedrive: (changed) => [
    ...Object.entries(changed).map(
      ([kind, records]): Part => [`lists of ${kind}`, records, sizes.pipedrive.page],
    ),
    ['archived deals: one look', 1, 1],
  ],
};

/** When each deal of the world entered a stage. */
function stageEntries(size: WorldSize): number {
  const world = companyWorld(5, size, Date.UTC(2026, 8, 1));
  let entries = 0;
  for (let deal = 0; deal < size.deals; deal++) entries += world.deal(deal).stages.length;
  return entries;
}

function leastOf(vendor: Vendor, parts: readonly Part[]): LeastRequests {
  const common = Object.entries(settings[vendor]).map(([what, requests]): Part => [what, requests, 1]);
  return sum([...common, ...parts]);
}

function sum(parts: readonly Part[]): LeastRequests {
  const counted = parts.map(([what, records, perRequest]) => {
    return { what, records, perRequest, requests: Math.max(1, Math.ceil(records / perRequest)) };
  });
  return { requests: counted.reduce((all, { requests }) => all + requests, 0), parts: counted };
}
