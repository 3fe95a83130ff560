import type { SourceField, StreamName } from '../records/index.ts';
import type { HubspotProperty } from './hubspot-answers.ts';
import { hubspotFacts } from './hubspot-facts.ts';
import { hubspotStream } from './hubspot-streams.ts';
import type { FieldOptions } from './read-owners.ts';
import type { HubspotStage } from './read-stages.ts';

/** What values stand for that properties themselves do not say. */
export interface OutsideOptions {
  readonly owners: FieldOptions;
  readonly stages: readonly HubspotStage[];
}

/**
 * Properties in Bestfit's shape. Read by default are those that HubSpot's exports hold and a company's own ones, but not
 * what Bestfit wrote itself: it would learn from its own scores.
 */
export function toFields(
  stream: StreamName,
  properties: readonly HubspotProperty[],
  outside: OutsideOptions,
): readonly SourceField[] {
  const { headers } = hubspotStream(stream);
  const named = (property: HubspotProperty): string => headers[property.name] ?? property.label;
  const times = countOf(properties.map((property) => named(property).toLowerCase()));
  return properties.map((property): SourceField => {
    const { name, label, hidden, calculated, hubspotDefined, dataSensitivity } = property;
    const header = named(property);
    const isShared = headers[name] === undefined && (times.get(header.toLowerCase()) ?? 0) > 1;
    const isOwn = !hubspotDefined && !name.startsWith(hubspotFacts.ownPrefix);
    const isPlain = !hidden && dataSensitivity === 'non_sensitive';
    return {
      name,
      label,
      header: isShared ? `${header} (${name})` : header,
      kind: kindOf(property),
      options: optionsOf(property, outside),
      writable: !calculated && property.modificationMetadata?.readOnlyValue !== true,
      derived: calculated,
      standard: hubspotDefined,
      byDefault: headers[name] !== undefined || (isOwn && isPlain),
    };
  });
}

function countOf(names: readonly string[]): ReadonlyMap<string, number> {
  const times = new Map<string, number>();
  for (const name of names) times.set(name, (times.get(name) ?? 0) + 1);
  return times;
}

const kinds: Readonly<Record<string, SourceField['kind']>> = {
  date: 'date',
  datetime: 'moment',
  bool: 'boolean',
};
const money: readonly string[] = ['amount', 'annualrevenue', 'amount_in_home_currency'];

function kindOf({ name, type, fieldType, showCurrencySymbol }: HubspotProperty): SourceField['kind'] {
  if (name === 'hs_object_id') return 'id';
  if (name === 'dealstage') return 'stage';
  if (type === 'number') return showCurrencySymbol || money.includes(name) ? 'money' : 'number';
  if (fieldType === 'booleancheckbox') return 'boolean';
  if (type === 'enumeration') return fieldType === 'checkbox' ? 'options' : 'option';
  return kinds[type] ?? 'text';
}

function optionsOf(property: HubspotProperty, { owners, stages }: OutsideOptions): FieldOptions | null {
  const { name, options, referencedObjectType, fieldType } = property;
  if (name === 'hubspot_owner_id' || referencedObjectType === 'OWNER')
    return owners.length > 0 ? owners : null;
  if (name === 'dealstage' && stages.length > 0) return stageOptions(stages);
  if (name === 'pipeline' && stages.length > 0) return pipelineOptions(stages);
  if (fieldType === 'booleancheckbox' || options.length === 0) return null;
  return options.map(({ value, label }) => ({ value, label }));
}

/** Stages by their label; where several pipelines have one of that name, with the pipeline's, as in HubSpot's exports. */
function stageOptions(stages: readonly HubspotStage[]): FieldOptions {
  const isShared = (label: string): boolean => stages.filter((stage) => stage.label === label).length > 1;
  return stages.map(({ id, label, pipeline }) => ({
    value: id,
    label: isShared(label) ? `${label} (${pipeline})` : label,
  }));
}

function pipelineOptions(stages: readonly HubspotStage[]): FieldOptions {
  const labels = new Map(stages.map(({ pipelineId, pipeline }) => [pipelineId, pipeline]));
  return [...labels].map(([value, label]) => ({ value, label }));
}
