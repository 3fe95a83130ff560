import { canonicalField, type Field } from '../stages/dataset/index.ts';

/** Whether a field is called by a label of a file or of a person, which no language words anew. */
export function hasOwnLabel({ table, name, label }: Pick<Field, 'table' | 'name' | 'label'>): boolean {
  return canonicalField(table, name)?.label !== label;
}
