import type { Field, PartField, SourceState } from '../../stages/dataset/index.ts';

/** The field as one source fills it; null when it does not. A lookup may hold it under a shorter name. */
export function heldField(source: SourceState, field: Field): PartField | null {
  if (!field.sources.includes(source.name)) return null;
  const isIt =
    source.lookup === null
      ? (own: PartField) => own.table === field.table && own.name === field.name
      : (own: PartField) => own.name === field.name || field.name.endsWith(`_${own.name}`);
  return source.fields.find(isIt) ?? null;
}
