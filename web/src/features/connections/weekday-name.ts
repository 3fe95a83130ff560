/** Any Sunday. */
const sunday = Date.UTC(2026, 0, 4);
const dayMs = 86_400_000;

/** The name of a day of the week; 0 is Sunday. */
export function weekdayName(language: string, day: number): string {
  const format = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' });
  return format.format(new Date(sunday + day * dayMs));
}
