import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../src/base/errors/index.ts';
import type { LintCode } from '../src/stages/profile/index.ts';
import { type Catalogue, catalogues, webLanguages } from './web-speech.ts';

const plural = /_(zero|one|two|few|many|other)$/;
const base = (key: string) => key.replace(plural, '');
const names = [...catalogues('en').keys()];
const all = new Map(webLanguages.map((language) => [language, catalogues(language)] as const));
const of = (language: string, name: string): Catalogue => all.get(language)?.get(name) ?? new Map();

/** Codes that documents carry, each with the catalogue and the place of its sentence. */
const lintCodes: Readonly<Record<LintCode, true>> = {
  'no-anti': true,
  'no-fit': true,
  'few-figures': true,
  'still-open': true,
  'no-signal': true,
  'field-unknown': true,
  'field-misspelt': true,
  'field-not-counted': true,
  'field-no-age': true,
  'field-rarely-known': true,
  'tool-unknown': true,
  'tool-misspelt': true,
  'signal-unknown': true,
  'values-absent': true,
  'values-above': true,
  'values-below': true,
  'no-evidence': true,
  'unfounded-evidence': true,
  stale: true,
  'too-broad': true,
  'too-narrow': true,
  persona: true,
  'not-signed': true,
  'filler-empty': true,
  'filler-slogan': true,
  'filler-repeated': true,
  'tier-out-of-reach': true,
  'tier-little-known': true,
  'hot-out-of-reach': true,
  'many-profiles': true,
};

/** Codes of findings in the data, as the code names them. */
function qualityCodes(): readonly string[] {
  const folders = ['../src/app/quality/', '../src/stages/dataset/'].map(
    (path) => new URL(path, import.meta.url),
  );
  const sources = folders.flatMap((folder) =>
    readdirSync(folder)
      .filter((file) => /^[a-z-]+\.ts$/.test(file))
      .map((file) => readFileSync(new URL(file, folder), 'utf8')),
  );
  const written = sources.filter((source) => source.includes('said'));
  const named = written.flatMap((source) => [...source.matchAll(/\bcode(?::| =)([^,;]+)[,;]/g)]);
  return [
    ...new Set(
      named.flatMap(([, value]) => [...value!.matchAll(/'([a-z]+-[a-z-]+)'/g)]).map(([, code]) => code!),
    ),
  ];
}

describe.each(webLanguages)('the words of the web app in %s', (language) => {
  const rules = new Intl.PluralRules(language).resolvedOptions().pluralCategories;

  it('have the same catalogues as English', () => {
    expect([...(all.get(language)?.keys() ?? [])]).toEqual(names);
  });

  it.each(names)('%s has the keys of English, each plural in every form of the language', (name) => {
    const wanted = [...of('en', name).keys()].flatMap((key) =>
      !plural.test(key) || key.endsWith('_zero') ? [key] : rules.map((rule) => `${base(key)}_${rule}`),
    );
    expect([...of(language, name).keys()].toSorted()).toEqual([...new Set(wanted)].toSorted());
  });

  it.each(names)('%s fills in what English fills in', (name) => {
    const held = (words: Catalogue) => {
      const found = new Map<string, Set<string>>();
      for (const [key, text] of words) {
        const places = found.get(base(key)) ?? new Set();
        for (const [, place] of text.matchAll(/\{\{\s*([\w.-]+)/g)) places.add(place!);
        found.set(base(key), places);
      }
      return [...found]
        .map(([key, places]) => [key, [...places].toSorted()] as const)
        .toSorted(([one], [other]) => one.localeCompare(other));
    };
    expect(held(of(language, name))).toEqual(held(of('en', name)));
  });

  it.each(names)('%s says something everywhere', (name) => {
    expect([...of(language, name)].filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  it('say every error of the catalogue, and what to do', () => {
    const known = new Set([...of(language, 'errors').keys()].map(base));
    const missing = Object.keys(catalogue).flatMap((code) =>
      ['message', 'remedy']
        .map((part) => `${code.replace('.', '_')}.${part}`)
        .filter((key) => !known.has(key)),
    );
    expect(missing).toEqual([]);
  });

  it('say every finding in the data', () => {
    const known = new Set([...of(language, 'quality').keys()].map(base));
    const codes = qualityCodes();
    expect(codes.length).toBeGreaterThan(20);
    expect(codes.filter((code) => !known.has(`message.${code}`))).toEqual([]);
  });

  it('say every finding of the page, and what to do', () => {
    const known = new Set([...of(language, 'lint').keys()].map(base));
    const wanted = Object.keys(lintCodes).flatMap((code) => [`message.${code}`, `remedy.${code}`]);
    expect(wanted.filter((key) => !known.has(key))).toEqual([]);
  });
});
