import { dateWords } from './date-words.ts';
import { listWords } from './list-words.ts';
import { numberWords } from './number-words.ts';
import type { Speech } from './types.ts';

/** A refusal as the server gives it: its code, what it holds, and the English words of the catalogue. */
export interface Refusal {
  readonly code: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly title: string;
  readonly remedy: string;
}

/** What went wrong, and what to do next. */
export interface ErrorWords {
  readonly message: string;
  readonly remedy: string;
}

/**
 * A refusal in the language of `speech`; a code that the catalogue does not know in the words of the server. An entry
 * may have a variant `_no-NAME` for the refusal that holds no `NAME`: nothing, no, an empty text or list, or zero.
 */
export function errorWords(speech: Speech, { code, params, title, remedy }: Refusal): ErrorWords {
  const key = code.replace('.', '_');
  const values = Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, heldWords(speech, value)]),
  );
  const say = (part: string, otherwise: string) => {
    const empty = Object.keys(params).find(
      (name) => isEmpty(params[name]) && hasVariant(speech, `errors:${key}.${part}`, name),
    );
    const context = empty === undefined ? {} : { context: `no-${empty}` };
    return speech.t(`errors:${key}.${part}`, {
      ...values,
      ...context,
      count: countOf(params),
      defaultValue: otherwise,
    });
  };
  return { message: say('message', title), remedy: say('remedy', remedy) };
}

function isEmpty(value: unknown): boolean {
  return !value || (Array.isArray(value) && value.length === 0);
}

function hasVariant({ t }: Speech, key: string, name: string): boolean {
  return t(`${key}_no-${name}`, { defaultValue: '' }) !== '';
}

/** The figure that chooses the plural: how many things are listed. */
function countOf(params: Refusal['params']): number {
  const listed = Object.values(params).find((value) => Array.isArray(value));
  return Array.isArray(listed) ? listed.length : 0;
}

function heldWords(speech: Speech, value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return numberWords(speech.language, value);
  if (Array.isArray(value))
    return listWords(
      speech.language,
      value.map((each) => itemWords(speech, each)),
    );
  return typeof value === 'string' ? dateWords(speech.language, value) : JSON.stringify(value);
}

/** One of several problems: where it stands and what it is. */
function itemWords(speech: Speech, item: unknown): string {
  if (typeof item !== 'object' || item === null) return heldWords(speech, item);
  const { line, path, reason, message } = item as Readonly<Record<string, string | number | null>>;
  const text = String(reason ?? message ?? '').replace(/\.$/, '');
  const placed = path === undefined || path === null ? text : speech.t('errors:part.path', { path, text });
  return line === undefined || line === null ? placed : speech.t('errors:part.line', { line, text: placed });
}
