import { isBlank } from './is-blank.ts';
import { blank, misfit, type Parsed, parsed } from './parsed.ts';
import { plainText } from './plain-text.ts';

const yes = new Set(
  'yes y true t 1 on x si s sim oui o ja j wahr verdadero vero verdadeiro vrai cierto'.split(' '),
);
const no = new Set('no n false f 0 off nao non nein falsch falso falsa faux'.split(' '));
const yesMarks = new Set(['✓', '✔', '✔️', '☑', '✅', '+']);
const noMarks = new Set(['✗', '✘', '☐', '❌', '✖']);

/**
 * Reads yes or no in six languages, as words, letters, 1 and 0, `x` or tick marks.
 *
 * @example
 * parseBoolean('Sí'); // { kind: 'value', value: true }
 */
export function parseBoolean(text: string): Parsed<boolean> {
  const trimmed = text.trim();
  const word = /^[\p{L}\p{N}]+$/u.test(trimmed) ? plainText(trimmed) : '';
  if (yes.has(word) || yesMarks.has(trimmed)) return parsed(true);
  if (no.has(word) || noMarks.has(trimmed)) return parsed(false);
  return isBlank(text, 'likely') ? blank : misfit('neither yes nor no');
}
