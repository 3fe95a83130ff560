import { z } from 'zod';
import type { CrmKind } from '../shared/index.ts';
import type { HubspotAccount, HubspotProperty } from './hubspot-account.ts';
import { modifiedProperty } from './hubspot-properties.ts';
import { type HubspotRecord, propertyOf } from './hubspot-record.ts';
import { invalid } from './hubspot-refusal.ts';

const operators = [
  'EQ',
  'NEQ',
  'LT',
  'LTE',
  'GT',
  'GTE',
  'BETWEEN',
  'IN',
  'NOT_IN',
  'HAS_PROPERTY',
  'NOT_HAS_PROPERTY',
  'CONTAINS_TOKEN',
  'NOT_CONTAINS_TOKEN',
] as const;

/** One filter of a search. */
export const filterSchema = z.strictObject({
  propertyName: z.string(),
  operator: z.enum(operators),
  value: z.string().optional(),
  highValue: z.string().optional(),
  values: z.array(z.string()).optional(),
});

/** Groups of filters: all of one group must hold, of at least one group. */
export type FilterGroups = readonly { readonly filters: readonly z.infer<typeof filterSchema>[] }[];

type Filter = z.infer<typeof filterSchema>;
/** Whether a record is found. */
type Test = (record: HubspotRecord) => boolean;

/**
 * Refuses what HubSpot refuses: more than 5 groups, 6 filters in one, 18 in all; properties that do not exist; a filter
 * without its value. The date of the last change of another kind does exist, and finds nothing.
 */
export function refuseFilters(account: HubspotAccount, kind: CrmKind, groups: FilterGroups): void {
  if (groups.length > 5) throw invalid('There are too many filterGroups: the maximum is 5');
  if (groups.some(({ filters }) => filters.length > 6))
    throw invalid('There are too many filters in a filterGroup: the maximum is 6');
  const all = groups.flatMap(({ filters }) => filters);
  if (all.length > 18) throw invalid('There are too many filters: the maximum is 18');
  for (const filter of all) {
    const { propertyName, operator } = filter;
    if (!account.properties[kind].has(propertyName))
      throw invalid(`There was a problem with the request: property ${propertyName} does not exist`);
    if (needed(operator).some((key) => filter[key] === undefined))
      throw invalid(
        `Filter on ${propertyName}: operator ${operator} needs ${needed(operator).join(' and ')}`,
      );
  }
}

function needed(operator: Filter['operator']): readonly ('value' | 'highValue' | 'values')[] {
  if (operator === 'IN' || operator === 'NOT_IN') return ['values'];
  if (operator === 'BETWEEN') return ['value', 'highValue'];
  return operator.endsWith('HAS_PROPERTY') ? [] : ['value'];
}

/** Makes one test of the groups; no groups find everything. */
export function filterTest(account: HubspotAccount, kind: CrmKind, groups: FilterGroups): Test {
  const tests = groups.map(({ filters }) => filters.map((filter) => testOf(account, kind, filter)));
  return (record) => tests.length === 0 || tests.some((all) => all.every((test) => test(record)));
}

function testOf(account: HubspotAccount, kind: CrmKind, filter: Filter): Test {
  const name = filter.propertyName;
  const read = comparable(account.properties[kind].get(name)!.type);
  const value = read(filter.value ?? '');
  const high = read(filter.highValue ?? '');
  const values = new Set((filter.values ?? []).map(read));
  const holds = (found: string | number): boolean => {
    switch (filter.operator) {
      case 'EQ':
        return found === value;
      case 'NEQ':
        return found !== value;
      case 'LT':
        return found < value;
      case 'LTE':
        return found <= value;
      case 'GT':
        return found > value;
      case 'GTE':
        return found >= value;
      case 'BETWEEN':
        return found >= value && found <= high;
      case 'IN':
        return values.has(found);
      case 'NOT_IN':
        return !values.has(found);
      case 'HAS_PROPERTY':
        return true;
      case 'NOT_HAS_PROPERTY':
        return false;
      case 'CONTAINS_TOKEN':
        return hasToken(found, value);
      case 'NOT_CONTAINS_TOKEN':
        return !hasToken(found, value);
    }
  };
  const ofEmpty = filter.operator === 'NOT_HAS_PROPERTY';
  const key = comparableOf(account, kind, name);
  return (record) => {
    const found = key(record);
    return found === null ? ofEmpty : holds(found);
  };
}

/**
 * Reads what a property compares by, null when it is empty. System properties are read as numbers, without writing a
 * text first: a search looks at every record.
 */
export function comparableOf(
  account: HubspotAccount,
  kind: CrmKind,
  name: string,
): (of: HubspotRecord) => string | number | null {
  if (name === 'hs_object_id') return ({ record }) => record.id;
  if (name === modifiedProperty[kind]) return ({ record }) => record.modifiedAt;
  if (name === 'createdate') return ({ record }) => record.createdAt;
  const read = comparable(account.properties[kind].get(name)!.type);
  return (of) => {
    const text = propertyOf(account, of, name);
    return text === null ? null : read(text);
  };
}

function hasToken(found: string | number, value: string | number): boolean {
  return String(found)
    .split(/[^\p{L}\p{N}]+/u)
    .includes(String(value));
}

/** How values of a type compare: dates as moments (given as milliseconds or as ISO texts), texts without case. */
function comparable(type: HubspotProperty['type']): (text: string) => string | number {
  if (type === 'number') return Number;
  if (type === 'date' || type === 'datetime')
    return (text) => (/^-?\d+$/.test(text) ? Number(text) : Date.parse(text));
  return (text) => text.toLowerCase();
}
