import { dateWords } from './date-words.ts';
import { listWords } from './list-words.ts';
import { moneyWords } from './money-words.ts';
import { numberWords } from './number-words.ts';
import type { Speech } from './types.ts';
import { valueWords } from './value-words.ts';

/** What is held of a field: a value, a set, the ends of a band; null is unknown. */
export type Held =
  | string
  | number
  | boolean
  | readonly string[]
  | { readonly low: number | null; readonly high: number | null }
  | null;

interface HeldValue {
  readonly held: Held;
  readonly currency: string | null;
  /** What the field holds; a year is written without separators. */
  readonly kind?: string;
  /** Countries are called by their names. */
  readonly field?: string;
}

/** What is held of a field, in words; an empty text where nothing is. */
export function heldWords(speech: Speech, { held, currency, kind, field = '' }: HeldValue): string {
  const { t, language } = speech;
  const number = (value: number) =>
    currency === null
      ? kind === 'year'
        ? String(value)
        : numberWords(language, value)
      : moneyWords(language, { amount: value, currency });
  if (held === null) return '';
  if (typeof held === 'boolean') return t(held ? 'conditions:yes' : 'conditions:no');
  if (typeof held === 'number') return number(held);
  if (typeof held === 'string')
    return kind === 'date' ? dateWords(language, held) : valueWords(speech, field, [held]).join('');
  if (isList(held)) return listWords(language, valueWords(speech, field, held));
  return [held.low, held.high].map((end) => (end === null ? '' : number(end))).join('–');
}

function isList(held: Exclude<Held, null>): held is readonly string[] {
  return Array.isArray(held);
}
