/**
 * A day as the language writes it; a text that is no day stays as it is.
 *
 * @param day `2026-09-30`, with or without a time after it
 *
 * @example
 * dateWords('en', '2026-09-30'); // '30 Sept 2026'
 */
export function dateWords(language: string, day: string): string {
  if (!/^\d{4}-\d{2}-\d{2}/.test(day)) return day;
  const locale = language === 'en' ? 'en-GB' : language;
  const at = new Date(`${day.slice(0, 10)}T00:00:00Z`);
  if (Number.isNaN(at.getTime())) return day;
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(at);
}
