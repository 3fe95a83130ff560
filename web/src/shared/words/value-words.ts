import { listWords } from './list-words.ts';
import { numberWords } from './number-words.ts';
import { regions } from './regions.ts';
import type { Scalar, Speech } from './types.ts';

/** Countries that a region may lack and still be named, and those that it must have left for each. */
const mostLacking = 2;
const leastHeld = 4;

/**
 * The values that a condition lists, in words. Countries are called by their names, and a list of them that fills a
 * region of the world by the name of the region, which may lack one or two.
 */
export function valueWords(speech: Speech, field: string, values: readonly Scalar[]): readonly string[] {
  const { t, language } = speech;
  const codes = values.filter((value) => typeof value === 'string' && /^[A-Z]{2}$/.test(value));
  if (/(^|_)country$/.test(field) && codes.length === values.length)
    return countryWords(speech, codes as readonly string[]);
  const words = values.map((value) => {
    if (typeof value === 'boolean') return t(value ? 'conditions:yes' : 'conditions:no');
    return typeof value === 'number' ? numberWords(language, value) : value;
  });
  return [...new Set(words)];
}

function countryWords({ t, language }: Speech, codes: readonly string[]): readonly string[] {
  const names = new Intl.DisplayNames(language, { type: 'region', fallback: 'code' });
  const left = new Set(codes);
  const named: string[] = [];
  for (const lacking of Array.from({ length: mostLacking + 1 }, (_, n) => n)) {
    for (const [region, countries] of regions) {
      const without = countries.filter((code) => !left.has(code));
      if (without.length !== lacking || countries.length - lacking < leastHeld * lacking) continue;
      const name = names.of(region) ?? region;
      const missing = listWords(
        language,
        without.map((code) => names.of(code) ?? code),
      );
      named.push(lacking === 0 ? name : t('conditions:region-without', { region: name, missing }));
      for (const code of countries) left.delete(code);
    }
  }
  return [...named, ...[...left].map((code) => names.of(code) ?? code)];
}
