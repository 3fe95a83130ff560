const dayMs = 86_400_000;

/** The next midnight in UTC, ISO 8601: Pipedrive fills the day's tokens at its servers' midnight and names no zone. */
export function nextMidnight(now: number): string {
  return new Date((Math.floor(now / dayMs) + 1) * dayMs).toISOString();
}
