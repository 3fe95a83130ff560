import type { Field, Sharing } from '../../stages/dataset/index.ts';
import type { FieldDecision } from './types.ts';

/** True for the fields by which several accounts can turn out to be one. */
export function isShared(field: Field): field is Field & { readonly name: Sharing['field'] } {
  return field.table === 'accounts' && (field.name === 'domain' || field.name === 'name');
}

/** What a decision says of accounts that share a value. */
export function sharingsOf(
  field: Sharing['field'],
  { one = [], apart = [] }: Pick<FieldDecision, 'one' | 'apart'>,
): readonly Sharing[] {
  const said = (are: Sharing['are']) => (value: string) => ({
    field,
    value: value.trim().toLowerCase(),
    are,
  });
  return [...one.map(said('one')), ...apart.map(said('apart'))];
}
