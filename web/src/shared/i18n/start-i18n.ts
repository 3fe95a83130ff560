import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { firstLanguage, type Language } from './languages.ts';

const storageKey = 'bestfit.language';
const catalogues = import.meta.glob<Record<string, unknown>>('../../i18n/*/*.json', { import: 'default' });

/** Starts the words of the app: only the catalogues of the language in use are loaded. */
export async function startI18n(): Promise<void> {
  const language = firstLanguage(localStorage.getItem(storageKey), navigator.languages);
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    defaultNS: 'common',
    ns: namespaces(language),
    resources: { [language]: await load(language) },
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  document.documentElement.lang = language;
}

/** Changes the language in place and remembers it. */
export async function chooseLanguage(language: Language): Promise<void> {
  for (const [namespace, words] of Object.entries(await load(language)))
    i18next.addResourceBundle(language, namespace, words, true, true);
  await i18next.changeLanguage(language);
  localStorage.setItem(storageKey, language);
  document.documentElement.lang = language;
}

function pathsOf(language: Language): readonly string[] {
  return Object.keys(catalogues).filter((path) => path.includes(`/i18n/${language}/`));
}

function namespaceOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1, -'.json'.length);
}

function namespaces(language: Language): string[] {
  return pathsOf(language).map(namespaceOf);
}

async function load(language: Language): Promise<Record<string, Record<string, unknown>>> {
  const loaded = pathsOf(language).map(
    async (path) => [namespaceOf(path), await catalogues[path]!()] as const,
  );
  return Object.fromEntries(await Promise.all(loaded));
}
