import { BestfitError } from '../../../base/errors/index.ts';

/**
 * A delimiter that can be read with: one character of ASCII that is no letter, digit, quotation mark, blank or line
 * end; a tab is one.
 */
export function requireDelimiter(delimiter: string): string {
  if (/^(?:\t|[!#-/:-@[-`{-~])$/.test(delimiter)) return delimiter;
  const expected = 'one character such as `;`, `|` or `\\t` for a tab';
  throw new BestfitError('usage.bad-option', { option: '--delimiter', value: delimiter, expected });
}
