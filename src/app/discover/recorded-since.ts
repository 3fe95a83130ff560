/**
 * The first day of a record of dated events; null when none is dated. Before that day nobody was looking, so that not
 * being listed is unknown even where everything was looked for.
 */
export function recordedSince(days: Iterable<string | null>): string | null {
  let first: string | null = null;
  for (const day of days) if (day !== null && (first === null || day < first)) first = day;
  return first;
}
