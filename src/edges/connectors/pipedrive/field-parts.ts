import type { SourceField } from '../records/index.ts';
import type { FieldDefinition } from './field-definition.ts';

/** What a field of one's own is read as: a value, and the parts of it that an export has columns for. */
export interface ReadPart {
  readonly name: string;
  readonly label: string;
  readonly kind: SourceField['kind'];
}

const kinds: Readonly<Record<string, SourceField['kind']>> = {
  int: 'number',
  double: 'number',
  monetary: 'money',
  date: 'date',
  daterange: 'date',
  boolean: 'boolean',
  enum: 'option',
  status: 'option',
  stage: 'option',
  user: 'option',
  visible_to: 'option',
  set: 'options',
  org: 'id',
  people: 'id',
  deal: 'id',
};

const addressParts = [
  ['locality', 'City/town/village/locality'],
  ['admin_area_level_1', 'State/county'],
  ['country', 'Country'],
  ['postal_code', 'ZIP/Postal code'],
] as const;

/** The kind of a field by Pipedrive's type; a standard `date` that is called a time is a moment. */
export function kindOf({ field_type: type, field_code: code }: FieldDefinition): SourceField['kind'] {
  if (type === 'date' && code.endsWith('_time')) return 'moment';
  return kinds[type] ?? 'text';
}

/** The value of a field and the parts of it: a currency, a city, the end of a range. */
export function partsOf(field: FieldDefinition): readonly ReadPart[] {
  const { field_code: name, field_name: label, field_type: type } = field;
  const kind = kindOf(field);
  const whole: ReadPart = { name, label, kind };
  const part = (key: string, words: string, partKind: SourceField['kind']): ReadPart => ({
    name: `${name}.${key}`,
    label: words,
    kind: partKind,
  });
  if (type === 'monetary') return [whole, part('currency', `Currency of ${label}`, 'text')];
  if (type === 'address')
    return [whole, ...addressParts.map(([key, words]) => part(key, `${words} of ${label}`, 'text'))];
  if (type === 'daterange' || type === 'timerange') return [whole, part('until', `End of ${label}`, kind)];
  return [whole];
}
