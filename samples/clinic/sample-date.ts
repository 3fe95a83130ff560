import { sampleDay } from './draw-customer.ts';

/** The day so many days before the sample's day, as `YYYY-MM-DD`. */
export function daysAgo(days: number): string {
  const at = Date.parse(`${sampleDay}T00:00:00Z`) - days * 86_400_000;
  return new Date(at).toISOString().slice(0, 10);
}

/** The same day as Spaniards write it, `dd/mm/yyyy`. */
export function spanishDate(days: number): string {
  return daysAgo(days).split('-').reverse().join('/');
}
