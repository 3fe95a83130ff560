/** The languages of the app: a third one is a folder of catalogues and a line here. */
export const languages = { en: 'English', es: 'Español' } as const;

/** The code of a language that the app speaks. */
export type Language = keyof typeof languages;

/** The language to start with: the one chosen last, else the browser's, else English. */
export function firstLanguage(stored: string | null, browser: readonly string[]): Language {
  const wanted = [stored ?? '', ...browser].map((tag) => tag.slice(0, 2));
  return wanted.find((tag): tag is Language => tag in languages) ?? 'en';
}
