import type { SourceField } from '../records/index.ts';
import { isCustomCode, splitName } from './field-codes.ts';
import type { FieldDefinition } from './field-definition.ts';
import { partsOf } from './field-parts.ts';
import type { PipedriveStream } from './pipedrive-streams.ts';
import { type StandardField, standardFields } from './standard-fields.ts';

/** Values with their labels. */
export type Options = NonNullable<SourceField['options']>;

/** What the values of fields stand for that define no options of their own, by the field's code. */
export type OptionLists = Readonly<Record<string, Options>>;

/**
 * The fields of a stream: the standard ones under the headers of Pipedrive's exports, then what else the account has.
 * What records do not hold unless it is asked for by name (counts of activities, of files) is left out.
 */
export function toSourceFields(
  stream: PipedriveStream,
  definitions: readonly FieldDefinition[],
  lists: OptionLists,
): readonly SourceField[] {
  const listed = definitions.filter((field) => field.is_optional_response_field !== true);
  const byCode = new Map(listed.map((field) => [field.field_code, field]));
  const standard = standardFields[stream.name];
  const known = new Set(standard.map(({ name }) => splitName(name).code));
  const others = listed.filter(({ field_code: code }) => !known.has(code) && !known.has(`${code}s`));
  const fields = [
    ...standard.map((field) => standardField(stream, field, { definition: byCode.get(field.name), lists })),
    ...others.flatMap((definition) => otherFields(stream, definition, lists)),
  ];
  return withOwnHeaders(fields);
}

interface Known {
  readonly definition: FieldDefinition | undefined;
  readonly lists: OptionLists;
}

function standardField(
  { entity }: PipedriveStream,
  { name, words, kind, isOnDemand }: StandardField,
  { definition, lists }: Known,
): SourceField {
  const isOfAnother = /^(?:Organization|Person) - ID$/.test(words);
  return {
    name,
    label: definition?.field_name ?? words,
    header: isOfAnother ? words : `${entity} - ${words}`,
    kind,
    options: optionsOf(definition, lists[name]),
    writable: false,
    derived: false,
    standard: true,
    byDefault: isOnDemand !== true,
  };
}

const onDemandTypes = ['json', 'picture', 'visible_to', 'activity', 'price_list', 'lead'];

function otherFields(
  { entity }: PipedriveStream,
  definition: FieldDefinition,
  lists: OptionLists,
): readonly SourceField[] {
  const { field_type: type, is_custom_field: isCustom, field_code: code } = definition;
  const list = lists[code] ?? (type === 'user' ? lists.owner_id : undefined);
  return partsOf(definition).map(({ name, label, kind }) => ({
    name,
    label,
    header: `${entity} - ${label}`,
    kind,
    options: name === code ? optionsOf(definition, list) : null,
    writable: isCustom && isCustomCode(code) && name === code,
    derived: false,
    standard: !isCustom,
    byDefault: !onDemandTypes.includes(type) && !isOwnName(definition.field_name),
  }));
}

/** What Bestfit writes is not read unless it is asked for: it would learn from its own scores. */
function isOwnName(name: string): boolean {
  return /^bestfit(?:\W|_|$)/i.test(name);
}

function optionsOf(definition: FieldDefinition | undefined, list: Options | undefined): Options | null {
  const own = definition?.options ?? [];
  if (own.length === 0) return list ?? null;
  return own.map(({ id, label }) => ({ value: String(id), label }));
}

/** Two fields may be called alike: those after the first say the start of their code too. */
function withOwnHeaders(fields: readonly SourceField[]): readonly SourceField[] {
  const taken = new Set<string>();
  return fields.map((field) => {
    const key = field.header.toLowerCase();
    const header = taken.has(key)
      ? `${field.header} (${splitName(field.name).code.slice(0, 8)})`
      : field.header;
    taken.add(header.toLowerCase());
    return header === field.header ? field : { ...field, header };
  });
}
