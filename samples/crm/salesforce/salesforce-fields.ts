import { tools } from '../shared/world-words.ts';

/** A field as Salesforce describes it. */
export interface SalesforceField {
  readonly name: string;
  readonly label: string;
  readonly type:
    | 'id'
    | 'string'
    | 'reference'
    | 'double'
    | 'int'
    | 'currency'
    | 'boolean'
    | 'date'
    | 'datetime'
    | 'picklist'
    | 'address'
    | 'email'
    | 'phone'
    | 'url';
  readonly length: number;
  readonly custom: boolean;
  readonly updateable: boolean;
  /** A formula: its result changes without moving the record's SystemModstamp. */
  readonly calculated: boolean;
  readonly externalId: boolean;
  readonly picklistValues: readonly {
    readonly value: string;
    readonly label: string;
    readonly active: boolean;
  }[];
}

/** Objects that records are written to. */
export type SalesforceTable = 'Account' | 'Opportunity' | 'Contact';

/** The first three characters of every id of an object. */
export const prefixes: Readonly<Record<string, string>> = {
  Account: '001',
  Contact: '003',
  User: '005',
  Opportunity: '006',
  OpportunityHistory: '008',
  OpportunityStage: '01J',
};

/** Names of the stages, in the order of `worldStages`. */
export const stageNames = [
  'Prospecting',
  'Qualification',
  'Needs Analysis',
  'Proposal/Price Quote',
  'Closed Won',
  'Closed Lost',
] as const;

type Short = readonly [name: string, type: SalesforceField['type'], kind?: 'read-only' | 'formula' | 'key'];

const system: readonly Short[] = [
  ['Id', 'id', 'read-only'],
  ['IsDeleted', 'boolean', 'read-only'],
  ['CreatedDate', 'datetime', 'read-only'],
  ['LastModifiedDate', 'datetime', 'read-only'],
  ['SystemModstamp', 'datetime', 'read-only'],
];
const owned: readonly Short[] = [...system, ['OwnerId', 'reference']];
const mergeable: readonly Short[] = [...owned, ['MasterRecordId', 'reference', 'read-only']];

const shapes: Readonly<Record<string, readonly Short[]>> = {
  Account: [
    ...mergeable,
    ['Name', 'string'],
    ['Website', 'url'],
    ['Industry', 'picklist'],
    ['BillingCountry', 'string'],
    ['BillingCity', 'string'],
    ['BillingAddress', 'address', 'read-only'],
    ['NumberOfEmployees', 'int'],
    ['YearStarted', 'string'],
    ['Booking_Tool__c', 'picklist'],
    ['External_Key__c', 'string', 'key'],
    ['Age_Days__c', 'double', 'formula'],
  ],
  Opportunity: [
    ...owned,
    ['Name', 'string'],
    ['AccountId', 'reference'],
    ['Amount', 'currency'],
    ['StageName', 'picklist'],
    ['CloseDate', 'date'],
    ['IsClosed', 'boolean', 'read-only'],
    ['IsWon', 'boolean', 'read-only'],
    ['Loss_Reason__c', 'string'],
  ],
  Contact: [
    ...mergeable,
    ['FirstName', 'string'],
    ['LastName', 'string'],
    ['Email', 'email'],
    ['Title', 'string'],
    ['Phone', 'phone'],
    ['AccountId', 'reference'],
  ],
  User: [
    ['Id', 'id', 'read-only'],
    ['Name', 'string'],
    ['Email', 'email'],
    ['IsActive', 'boolean'],
    ['UserType', 'picklist'],
  ],
  OpportunityStage: [
    ['Id', 'id', 'read-only'],
    ['ApiName', 'string'],
    ['MasterLabel', 'string'],
    ['IsActive', 'boolean'],
    ['IsClosed', 'boolean'],
    ['IsWon', 'boolean'],
    ['SortOrder', 'int'],
    ['DefaultProbability', 'double'],
  ],
  OpportunityHistory: [
    ['Id', 'id', 'read-only'],
    ['OpportunityId', 'reference', 'read-only'],
    ['StageName', 'string', 'read-only'],
    ['CreatedDate', 'datetime', 'read-only'],
    ['SystemModstamp', 'datetime', 'read-only'],
    ['IsDeleted', 'boolean', 'read-only'],
  ],
};

/** Objects with the fields that an account has from the start. */
export function initialObjects(): Map<string, Map<string, SalesforceField>> {
  const objects = Object.entries(shapes).map(([object, fields]) => {
    const made = fields.map(([name, type, kind]) =>
      salesforceField(name, type, {
        updateable: kind === undefined || kind === 'key',
        calculated: kind === 'formula',
        externalId: kind === 'key',
        choices: choicesOf(name),
      }),
    );
    return [object, new Map(made.map((field) => [field.name, field]))] as const;
  });
  return new Map(objects);
}

/** What sets a field apart from a plain one. */
export interface FieldTraits {
  readonly updateable: boolean;
  readonly calculated: boolean;
  readonly externalId: boolean;
  readonly choices: readonly string[];
}

/** A field from its name, its type and its traits. */
export function salesforceField(
  name: string,
  type: SalesforceField['type'],
  traits: FieldTraits,
): SalesforceField {
  const { choices, ...rest } = traits;
  return {
    name,
    label: name.replace(/__c$/, '').replaceAll('_', ' '),
    type,
    length: ['string', 'picklist', 'url', 'email'].includes(type) ? 255 : 18,
    custom: name.endsWith('__c'),
    ...rest,
    picklistValues: choices.map((value) => ({ value, label: value, active: true })),
  };
}

function choicesOf(name: string): readonly string[] {
  if (name === 'StageName') return stageNames;
  return name === 'Booking_Tool__c' ? tools : [];
}
