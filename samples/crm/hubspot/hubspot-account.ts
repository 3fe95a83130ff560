import type { CrmKind, CrmTables } from '../shared/index.ts';
import { type HubspotProblem, HubspotRefusal, missing } from './hubspot-refusal.ts';

/** A property as HubSpot defines it. */
export interface HubspotProperty {
  readonly name: string;
  readonly label: string;
  readonly type: 'string' | 'number' | 'datetime' | 'date' | 'enumeration' | 'bool';
  readonly fieldType: string;
  readonly groupName: string;
  readonly description: string;
  readonly options: readonly { readonly label: string; readonly value: string }[];
  readonly hasUniqueValue: boolean;
  readonly hubspotDefined: boolean;
  readonly isReadOnly: boolean;
}

/** Everything a stand-in of HubSpot remembers. */
export interface HubspotAccount {
  readonly now: () => number;
  readonly indexLagMs: number;
  readonly tables: CrmTables<string | null>;
  readonly properties: Readonly<Record<CrmKind, Map<string, HubspotProperty>>>;
  readonly groups: Readonly<Record<CrmKind, Map<string, string>>>;
  /** Records that a rule of the company keeps from being written, by `kind id`. */
  readonly refusedWrites: Map<string, HubspotProblem>;
}

const kinds: Readonly<Record<string, CrmKind>> = {
  companies: 'companies',
  company: 'companies',
  '0-2': 'companies',
  deals: 'deals',
  deal: 'deals',
  '0-3': 'deals',
  contacts: 'contacts',
  contact: 'contacts',
  '0-1': 'contacts',
};

/** The kind of records that a path names, by name or by number. */
export function kindOf(type: string): CrmKind {
  const kind = kinds[type.toLowerCase()];
  if (kind !== undefined) return kind;
  throw new HubspotRefusal(400, {
    message: `Unable to infer object type from: ${type}`,
    category: 'VALIDATION_ERROR',
  });
}

/** One record of a kind, as HubSpot's messages name it. */
export const singular: Readonly<Record<CrmKind, string>> = {
  companies: 'company',
  deals: 'deal',
  contacts: 'contact',
};

/** The number of each kind in links and associations. */
export const typeId: Readonly<Record<CrmKind, string>> = {
  companies: '0-2',
  deals: '0-3',
  contacts: '0-1',
};

/**
 * The row that an id leads to, or null: a merged record's id leads to what it became, an archived one's nowhere.
 */
export function liveRow(account: HubspotAccount, kind: CrmKind, id: string): number | null {
  const table = account.tables[kind];
  const row = /^\d+$/.test(id) ? table.rowOf(id) : null;
  if (row === null) return null;
  const resolved = table.resolve(row);
  return table.isLive(resolved) ? resolved : null;
}

/** As `liveRow`, but what is not there is refused. */
export function requireRow(account: HubspotAccount, kind: CrmKind, id: string): number {
  const row = liveRow(account, kind, id);
  if (row === null) throw missing(`Object not found.  objectId are usually numeric: ${id}`);
  return row;
}
