import { z } from 'zod';
import type { ReadRequest } from '../records/index.ts';
import { catchUpSeconds, deletedForDays } from './pipedrive-settings.ts';
import type { PipedriveStream } from './pipedrive-streams.ts';

/**
 * The lists that a stream is read from, in order. Archived deals have a list of their own; `returned` are deals that
 * changed during a full read: one that came out of the archive meanwhile was in neither list when it was walked.
 */
const phase = z.enum(['listed', 'archived', 'returned']);

const place = z.strictObject({
  version: z.literal(1),
  phase,
  /** Pipedrive's own cursor within the list; null at its start. */
  cursor: z.string().nullable(),
  /** The last id of the page before. */
  last: z.number().int(),
  /** When the whole read began. */
  begun: z.string(),
  /** Null for a full read. */
  since: z.string().nullable(),
});

/** Where a read is: all that another process needs to go on. */
export type ReadPlace = z.infer<typeof place>;

const dayMs = 86_400_000;

/**
 * Where a read begins. Deleted deals are listed for a month: changes since longer ago cannot be told apart from
 * deletions, and everything is read.
 */
export function firstPlace(
  stream: PipedriveStream,
  { since }: Pick<ReadRequest, 'since'>,
  now: number,
): ReadPlace {
  const isTooOld =
    stream.name === 'deals' && since !== null && Date.parse(since) < now - deletedForDays * dayMs;
  return {
    version: 1,
    phase: 'listed',
    cursor: null,
    last: 0,
    begun: wholeSeconds(now),
    since: since === null || isTooOld ? null : wholeSeconds(Date.parse(since)),
  };
}

/** The place after a page; null after the last page of the last list. */
export function nextPlace(
  stream: PipedriveStream,
  at: ReadPlace,
  page: Pick<ReadPlace, 'last'> & { readonly next: string | null },
): ReadPlace | null {
  if (page.next !== null) return { ...at, cursor: page.next, last: page.last };
  if (stream.name !== 'deals' || at.phase === 'returned') return null;
  if (at.phase === 'listed') return { ...at, phase: 'archived', cursor: null, last: 0 };
  return at.since === null ? { ...at, phase: 'returned', cursor: null, last: 0 } : null;
}

/** The moment since which a place asks for changes; null where it asks for everything. */
export function sinceOf({ phase: list, since, begun }: ReadPlace): string | null {
  return list === 'returned' ? wholeSeconds(Date.parse(begun) - catchUpSeconds * 1000) : since;
}

/** A place as text, for `RecordPage.next`. */
export function writePlace(at: ReadPlace): string {
  return JSON.stringify(at);
}

/** Reads what `writePlace` wrote. */
export function readPlace(text: string): ReadPlace {
  return place.parse(JSON.parse(text));
}

/** RFC 3339 without fractions of a second, which Pipedrive refuses; down, so that nothing is missed. */
function wholeSeconds(at: number): string {
  return `${new Date(Math.floor(at / 1000) * 1000).toISOString().slice(0, 19)}Z`;
}
