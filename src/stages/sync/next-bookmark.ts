/** What a sync saw of a stream's dates. */
export interface SeenDates {
  /** The bookmark before; null after a full read. */
  readonly before: string | null;
  /** The latest date of change that came, by the source's clock; null when nothing came. */
  readonly latest: string | null;
  /** When the first page was asked for, by our clock. */
  readonly startedAt: string;
}

/**
 * The bookmark after a sync: the earlier of the latest date seen and the start of the sync, never before the one it had. A
 * record that changed while it ran, or a clock of ours that is ahead, loses nothing. (As tap-hubspot 2.5.2 does.)
 */
export function nextBookmark({ before, latest, startedAt }: SeenDates): string | null {
  const seen = latest ?? before;
  if (seen === null) return null;
  const next = Date.parse(seen) < Date.parse(startedAt) ? seen : startedAt;
  return before !== null && Date.parse(next) < Date.parse(before) ? before : next;
}

/** Where the next read begins: so many seconds before the bookmark; null reads everything. */
export function sinceOf(bookmark: string | null, overlapSeconds: number): string | null {
  return bookmark === null ? null : new Date(Date.parse(bookmark) - overlapSeconds * 1000).toISOString();
}
