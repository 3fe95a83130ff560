import type { Field } from '../../stages/dataset/index.ts';
import type { FieldQuality } from './types.ts';

const shown = 5;
const searchableShare = 0.2;

/** How well one field is known, for people and programs. */
export function fieldQuality(field: Field): FieldQuality {
  const { name, label, kind, layer, custom, coverage, prospects, distinct, distinctAbout, range } = field;
  return {
    name,
    label,
    kind,
    layer,
    custom,
    coverage,
    prospects,
    searchable: isSearchable(field),
    distinct,
    distinctAbout,
    top: field.values.slice(0, shown),
    range,
    unit: field.unit,
    mixedCurrency: field.mixedCurrency,
    converted: field.converted ?? null,
    known: field.known,
    knownBy: field.knownBy,
    sources: field.sources,
  };
}

/** Known for at least a fifth of the prospects (design, section 6); null when there is nothing to search in. */
export function isSearchable({ table, prospects }: Field): boolean | null {
  if (table !== 'accounts' || prospects === null) return null;
  return prospects.known >= searchableShare * prospects.of;
}
