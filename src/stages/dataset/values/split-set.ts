import { isBlank } from './is-blank.ts';

/** Separators of several values in one cell, the most telling first. */
export const setSeparators = [';', '|', '\n', ' / ', ','] as const;

/**
 * The different values of one cell, in order, each in the spelling met first. A null separator takes the most
 * telling one that the text has. Blank parts are left out, so a blank cell is an empty set.
 *
 * @example
 * splitSet('Slack; Notion;slack', ';'); // ['Slack', 'Notion']
 */
export function splitSet(text: string, separator: string | null): readonly string[] {
  const by = separator ?? setSeparators.find((mark) => text.includes(mark)) ?? null;
  const parts = by === null ? [text] : text.split(by);
  const kept = new Map<string, string>();
  for (const part of parts.map((each) => each.trim())) {
    const key = part.toLowerCase();
    if (!isBlank(part, 'sure') && !kept.has(key)) kept.set(key, part);
  }
  return [...kept.values()];
}
