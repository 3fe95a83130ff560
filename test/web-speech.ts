import { readdirSync, readFileSync } from 'node:fs';
import i18next from 'i18next';
import type { Speech } from '../web/src/shared/words/index.ts';

const home = new URL('../web/src/i18n/', import.meta.url);

/** Languages that the web app has catalogues for. */
export const webLanguages: readonly string[] = readdirSync(home).sort();

/** One catalogue of the web app: its texts by their keys, `message.no-fit`. */
export type Catalogue = ReadonlyMap<string, string>;

/** The catalogues of a language by their names. */
export function catalogues(language: string): ReadonlyMap<string, Catalogue> {
  const files = readdirSync(new URL(`${language}/`, home)).sort();
  return new Map(
    files.map((file) => [file.replace('.json', ''), new Map(flat(readCatalogue(language, file)))] as const),
  );
}

function readCatalogue(language: string, file: string): Record<string, unknown> {
  return JSON.parse(readFileSync(new URL(`${language}/${file}`, home), 'utf8'));
}

function flat(value: unknown, path = ''): readonly (readonly [string, string])[] {
  if (typeof value === 'string') return [[path, value]];
  return Object.entries(value as Record<string, unknown>).flatMap(([key, child]) =>
    flat(child, path === '' ? key : `${path}.${key}`),
  );
}

/** Speaks a language as the web app does, from the same catalogues; a key without words is an error. */
export async function speechOf(language: string): Promise<Speech> {
  const names = readdirSync(new URL(`${language}/`, home));
  const resources = Object.fromEntries(
    names.map((file) => [file.replace('.json', ''), readCatalogue(language, file)]),
  );
  const instance = i18next.createInstance();
  await instance.init({
    lng: language,
    fallbackLng: false,
    ns: Object.keys(resources),
    resources: { [language]: resources },
    interpolation: { escapeValue: false },
    parseMissingKeyHandler: (key, fallback) => {
      if (fallback === undefined) throw new Error(`no words for ${key} in ${language}`);
      return fallback;
    },
  });
  return {
    language,
    t: (key, values) => instance.t(key, values ?? {}),
    labelOf: (field) => field.replaceAll('_', ' '),
  };
}
