import type { SourceField } from '../records/index.ts';
import type { DescribedField, DescribedObject } from './describe-object.ts';
import { type StreamObject, salesforceSettings } from './salesforce-settings.ts';

/** Types whose value is no single text: their parts are fields of their own. */
const compound = new Set(['address', 'location', 'base64', 'complexvalue', 'json', 'anyType']);

const kinds: Readonly<Record<string, SourceField['kind']>> = {
  id: 'id',
  reference: 'id',
  int: 'number',
  long: 'number',
  double: 'number',
  percent: 'number',
  currency: 'money',
  date: 'date',
  datetime: 'moment',
  boolean: 'boolean',
  picklist: 'option',
  combobox: 'option',
  multipicklist: 'options',
};

/** Longest text that is read unless a person chose otherwise: longer ones are notes, not traits. */
const longestByDefault = 4000;

/** People who own records, by id. */
export type Owners = readonly { readonly value: string; readonly label: string }[];

/**
 * The fields of an object as a sync offers them. Standard ones are imported under their API names, as Salesforce exports
 * them; custom ones under their labels, and with the API name behind where two would be the same. Fields that Bestfit
 * wrote, system fields and long texts are not read unless a person chose them.
 */
export function sourceFields(
  { fields }: DescribedObject,
  { byDefault }: Pick<StreamObject, 'byDefault'>,
  owners: Owners,
): readonly SourceField[] {
  const plain = fields.filter(({ type }) => !compound.has(type));
  const taken = countHeaders(plain);
  return plain.map((field) => ({
    name: field.name,
    label: field.label,
    header: headerOf(field, taken),
    kind: kindOf(field),
    options: optionsOf(field, owners),
    writable: field.updateable,
    derived: field.calculated,
    standard: !field.custom,
    byDefault: field.custom ? isTrait(field) : byDefault.includes(field.name),
  }));
}

function kindOf({ name, type }: DescribedField): SourceField['kind'] {
  if (name === 'OwnerId') return 'option';
  return name === 'StageName' ? 'stage' : (kinds[type] ?? 'text');
}

/** Whether values of a type are numbers, which bulk results may write as `1.0E7`. */
export function isNumeric({ type }: Pick<DescribedField, 'type'>): boolean {
  return kinds[type] === 'number' || kinds[type] === 'money';
}

function isTrait({ name, type, length = 0 }: DescribedField): boolean {
  if (name.startsWith(salesforceSettings.ownPrefix) || type === 'encryptedstring') return false;
  return length <= longestByDefault;
}

function optionsOf({ name, picklistValues = [] }: DescribedField, owners: Owners): SourceField['options'] {
  if (name === 'OwnerId') return owners;
  if (picklistValues.length === 0) return null;
  return picklistValues.map(({ value, label }) => ({ value, label: label ?? value }));
}

function wantedHeader({ custom, label, name }: DescribedField): string {
  return custom ? label.trim() || name : name;
}

function headerOf(field: DescribedField, taken: ReadonlyMap<string, number>): string {
  const wanted = wantedHeader(field);
  const isAlone = !field.custom || taken.get(wanted.toLowerCase()) === 1;
  return isAlone ? wanted : `${wanted} (${field.name})`;
}

function countHeaders(fields: readonly DescribedField[]): ReadonlyMap<string, number> {
  const taken = new Map<string, number>();
  for (const field of fields) {
    const key = wantedHeader(field).toLowerCase();
    taken.set(key, (taken.get(key) ?? 0) + 1);
  }
  return taken;
}
