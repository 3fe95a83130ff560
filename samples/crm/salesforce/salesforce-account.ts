import {
  type CompanyWorld,
  type CrmKind,
  type CrmTables,
  linkedRows,
  type StoredRecord,
} from '../shared/index.ts';
import { prefixes, type SalesforceField, type SalesforceTable, stageNames } from './salesforce-fields.ts';
import { numberOfId, salesforceId } from './salesforce-id.ts';
import { SalesforceRefusal } from './salesforce-refusal.ts';

/** A value of a field; compound fields are objects. */
export type Value = string | number | boolean | null | { readonly [part: string]: string | null };

/** Everything a stand-in of Salesforce remembers. */
export interface SalesforceAccount {
  readonly now: () => number;
  readonly tables: CrmTables<Value>;
  readonly objects: Map<string, Map<string, SalesforceField>>;
  /** Fields that are there and not shown: `Account.Bestfit_Fit__c`. */
  readonly hiddenFields: Set<string>;
  /** Whether new fields are hidden until an administrator says who may see them. */
  readonly hidesNewFields: boolean;
  /** Records that a rule of the company keeps from being written, by id: the rule's own message. */
  readonly refusedWrites: Map<string, string>;
}

/** The kind behind each object that is written to. */
export const kindOfTable: Readonly<Record<SalesforceTable, CrmKind>> = {
  Account: 'companies',
  Opportunity: 'deals',
  Contact: 'contacts',
};

/** The fields of an object; one that does not exist is refused. */
export function fieldsOf(account: SalesforceAccount, object: string): Map<string, SalesforceField> {
  const fields = account.objects.get(object);
  if (fields === undefined)
    throw new SalesforceRefusal(400, 'INVALID_TYPE', `sObject type '${object}' is not supported.`);
  return fields;
}

/** The object as one that is written to, or the refusal. */
export function requireTable(object: string): SalesforceTable {
  if (object === 'Account' || object === 'Opportunity' || object === 'Contact') return object;
  throw new SalesforceRefusal(404, 'NOT_FOUND', 'The requested resource does not exist');
}

/** The row of an id of an object, deleted ones too; null when there never was one. */
export function rowOfId(account: SalesforceAccount, table: SalesforceTable, id: string): number | null {
  const number = numberOfId(prefixes[table]!, id);
  return number === null ? null : account.tables[kindOfTable[table]].rowOf(number);
}

/** The id of a row. */
export function idOfRow(account: SalesforceAccount, table: SalesforceTable, row: number): string {
  return salesforceId(prefixes[table]!, account.tables[kindOfTable[table]].idOf(row));
}

/** A moment as Salesforce writes it in JSON. */
export function stamp(at: number): string {
  return new Date(at).toISOString().replace('Z', '+0000');
}

const dayMs = 24 * 60 * 60_000;

/** Whether a record counts as deleted: put into the bin, or merged into another. */
export function isDeleted(record: StoredRecord<Value>): boolean {
  return record.archivedAt !== null || record.mergedInto !== null;
}

/** Deleted records are found for 15 days. */
export function isPurged(account: SalesforceAccount, record: StoredRecord<Value>): boolean {
  return isDeleted(record) && record.modifiedAt < account.now() - 15 * dayMs;
}

/** The value of a field of a record, system fields, links and formulas included. */
export function fieldValue(
  account: SalesforceAccount,
  { table, record }: { readonly table: SalesforceTable; readonly record: StoredRecord<Value> },
  name: string,
): Value {
  switch (name) {
    case 'Id':
      return idOfRow(account, table, record.row);
    case 'IsDeleted':
      return isDeleted(record);
    case 'CreatedDate':
      return stamp(record.createdAt);
    case 'LastModifiedDate':
    case 'SystemModstamp':
      return stamp(record.modifiedAt);
    case 'MasterRecordId':
      return record.mergedInto === null ? null : idOfRow(account, table, record.mergedInto);
    case 'AccountId': {
      const company = linkedRows(account.tables, record.row, {
        from: kindOfTable[table],
        to: 'companies',
      })[0];
      return company === undefined ? null : idOfRow(account, 'Account', company);
    }
    case 'Age_Days__c':
      return Math.floor((account.now() - record.createdAt) / dayMs);
    case 'IsClosed':
      return record.values.StageName === 'Closed Won' || record.values.StageName === 'Closed Lost';
    case 'IsWon':
      return record.values.StageName === 'Closed Won';
    case 'BillingAddress':
      return {
        city: record.values.BillingCity as string | null,
        country: record.values.BillingCountry as string | null,
      };
    default:
      return record.values[name] ?? null;
  }
}

/** Salesforce's id of an owner. */
export function ownerId(owner: number): string {
  return salesforceId(prefixes.User!, owner + 1);
}

/** What the world's records hold under Salesforce's names. */
export function salesforceValues(
  world: CompanyWorld,
): Readonly<Record<CrmKind, (row: number) => Readonly<Record<string, Value>>>> {
  return {
    companies: (row) => {
      const company = world.company(row);
      return {
        Name: company.name,
        Website: company.domain,
        Industry: company.industry,
        BillingCountry: company.country,
        BillingCity: company.city,
        NumberOfEmployees: company.employees,
        YearStarted: company.founded === null ? null : String(company.founded),
        Booking_Tool__c: company.tool,
        // Two accounts in fifty share a key, as after a careless import.
        External_Key__c: `K-${row % 50 === 1 ? row - 1 : row}`,
        OwnerId: ownerId(company.owner),
      };
    },
    deals: (row) => {
      const deal = world.deal(row);
      const end = deal.closedAt ?? deal.createdAt + 90 * dayMs;
      return {
        Name: deal.name,
        Amount: deal.amount,
        StageName: stageNames[deal.stages.at(-1)!.stage]!,
        CloseDate: new Date(end).toISOString().slice(0, 10),
        Loss_Reason__c: deal.lossReason,
        OwnerId: ownerId(deal.owner),
      };
    },
    contacts: (row) => {
      const { firstName, lastName, email, title, phone, owner } = world.contact(row);
      const name = { FirstName: firstName, LastName: lastName, Email: email };
      return { ...name, Title: title, Phone: phone, OwnerId: ownerId(owner) };
    },
  };
}
