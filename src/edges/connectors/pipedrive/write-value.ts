import type { FieldDefinition } from './field-definition.ts';

/** A value as a field takes it, or why it cannot. */
export type WriteValue =
  | { readonly kind: 'fits'; readonly value: string | number | null }
  | { readonly kind: 'misfit'; readonly why: string };

/** Most characters of a one-line text (the vendor's document: 255) and of a long one (65k). */
const mostLetters: Readonly<Record<string, number>> = { varchar: 255, varchar_auto: 255, text: 65_000 };

/** Turns a value into what a field of its type takes: the id of an option, a number, a day, a text; null empties. */
export function writeValue(
  { field_type: type, field_name: name, options }: FieldDefinition,
  value: string | number | null,
): WriteValue {
  if (value === null || value === '') return { kind: 'fits', value: null };
  const text = String(value);
  if (type === 'enum') {
    const option = (options ?? []).find(({ label }) => label === text);
    return option === undefined
      ? misfit(`\`${text}\` is no option of the field \`${name}\``)
      : fits(Number(option.id));
  }
  if (type === 'double') {
    const number = Number(value);
    return Number.isFinite(number)
      ? fits(number)
      : misfit(`\`${text}\` is no number for the field \`${name}\``);
  }
  if (type === 'date') return fits(text.slice(0, 10));
  return fits(shortened(text, mostLetters[type]));
}

function fits(value: string | number): WriteValue {
  return { kind: 'fits', value };
}

function misfit(why: string): WriteValue {
  return { kind: 'misfit', why };
}

/** A text that is too long is refused whole: its beginning says more than nothing. */
function shortened(text: string, most: number | undefined): string {
  return most === undefined || text.length <= most ? text : `${text.slice(0, most - 1)}…`;
}
