import { z } from 'zod';

const place = z.string().nullable();
const cursor = z.discriminatedUnion('phase', [
  /** All records, by HubSpot's own paging. */
  z.object({ phase: z.literal('list'), after: place }),
  /** What changed up to a moment (milliseconds since 1970), after an id; `seen` records of `total` so far. */
  z.object({
    phase: z.literal('changes'),
    until: z.number(),
    after: place,
    seen: z.number(),
    total: z.number().nullable(),
  }),
  /** Archived records. */
  z.object({ phase: z.literal('archived'), after: place }),
  /** Links of all records that are known, after an id. */
  z.object({ phase: z.literal('links'), after: place }),
]);
const versioned = z.object({ v: z.literal(1), at: cursor });

/** Where a read goes on: everything that another process needs to do so. */
export type ReadCursor = z.infer<typeof cursor>;

/** A cursor of one phase. */
export type CursorOf<P extends ReadCursor['phase']> = Extract<ReadCursor, { phase: P }>;

/** Writes a cursor as text. */
export function writeCursor(at: ReadCursor | null): string | null {
  return at === null ? null : JSON.stringify({ v: 1, at });
}

/** Reads a cursor; null for one that this version did not write: the read then begins anew, which loses nothing. */
export function parseCursor(text: string): ReadCursor | null {
  try {
    return versioned.parse(JSON.parse(text)).at;
  } catch {
    return null;
  }
}
