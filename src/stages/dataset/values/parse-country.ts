import countries from 'i18n-iso-countries';
import german from 'i18n-iso-countries/langs/de.json' with { type: 'json' };
import english from 'i18n-iso-countries/langs/en.json' with { type: 'json' };
import spanish from 'i18n-iso-countries/langs/es.json' with { type: 'json' };
import french from 'i18n-iso-countries/langs/fr.json' with { type: 'json' };
import italian from 'i18n-iso-countries/langs/it.json' with { type: 'json' };
import portuguese from 'i18n-iso-countries/langs/pt.json' with { type: 'json' };
import { countryAliases } from './country-aliases.ts';
import { isBlank } from './is-blank.ts';
import { blank, misfit, type Parsed, parsed } from './parsed.ts';
import { compactText } from './plain-text.ts';

const shortest = 3;
const longest = 100;
/** Letters a name needs before one wrong letter is forgiven: shorter ones are too close to each other. */
const forgiving = 7;
const known = namesOfCountries();
const byLength = namesByLength();

/**
 * Reads a country, as its ISO 3166-1 alpha-2 code: names in six languages, usual short forms (`EE.UU.`, `Stati
 * Uniti`, `Holland`, `UK`), and codes of two or three capitals. England, Scotland and Wales are GB. `NA` is Namibia:
 * whether it means that nothing is known is the column's to say. One letter wrong, missing or too many is forgiven in
 * names of seven letters or more that are near one country only (`Switzerlnd`).
 *
 * @example
 * parseCountry('Stati Uniti'); // { kind: 'value', value: 'US' }
 */
export function parseCountry(text: string): Parsed<string> {
  if (isBlank(text, 'sure')) return blank;
  const code = text.length > longest ? null : (codeOf(text.trim()) ?? nameOf(text) ?? nearOf(text));
  if (code !== null) return parsed(code);
  return isBlank(text, 'likely') ? blank : misfit('not a country');
}

function codeOf(text: string): string | null {
  if (/^[A-Z]{2}$/.test(text) && countries.alpha2ToAlpha3(text) !== undefined) return text;
  return /^[A-Z]{3}$/.test(text) ? (countries.alpha3ToAlpha2(text) ?? null) : null;
}

function nameOf(text: string): string | null {
  return known.get(compactText(text)) ?? known.get(compactText(text.replace(/\(.*\)|,.*$/g, ''))) ?? null;
}

function nearOf(text: string): string | null {
  const written = compactText(text);
  if (written.length < forgiving) return null;
  const near = new Set<string>();
  for (const length of [written.length - 1, written.length, written.length + 1]) {
    for (const name of byLength.get(length) ?? []) {
      if (isOneEditApart(written, name)) near.add(known.get(name)!);
    }
  }
  return near.size === 1 ? [...near][0]! : null;
}

/** Whether one letter changed, added or dropped makes two different words the same. */
function isOneEditApart(one: string, two: string): boolean {
  const [short, long] = one.length <= two.length ? [one, two] : [two, one];
  let start = 0;
  while (start < short.length && short[start] === long[start]) start++;
  let end = 0;
  while (end < short.length - start && short.at(-1 - end) === long.at(-1 - end)) end++;
  return long.length - start - end === 1;
}

function namesByLength(): ReadonlyMap<number, readonly string[]> {
  const lengths = new Map<number, string[]>();
  for (const name of known.keys()) lengths.set(name.length, [...(lengths.get(name.length) ?? []), name]);
  return lengths;
}

function namesOfCountries(): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const [code, aliases] of Object.entries(countryAliases)) {
    for (const alias of aliases.split(' ')) names.set(alias, code);
  }
  for (const { countries: list } of [english, spanish, italian, portuguese, french, german]) {
    for (const [code, value] of Object.entries(
      list as Readonly<Record<string, string | readonly string[]>>,
    )) {
      for (const name of typeof value === 'string' ? [value] : value) {
        const key = compactText(name);
        if (key.length >= shortest && !names.has(key)) names.set(key, code);
      }
    }
  }
  return names;
}
