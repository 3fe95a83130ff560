/**
 * Where a read of a stream is, kept as the text of a cursor: any process goes on from it. Results of Salesforce live on
 * its side (a query's pages for two days, a bulk job's for seven); where they are gone, the phase begins anew.
 */
export interface ReadPlace {
  /** Records first, then, for deals, when they entered each stage. */
  readonly phase: 'records' | 'history';
  /** Only what changed since, ISO 8601; null reads everything. Decided once, at the start of the read. */
  readonly since: string | null;
  /** Rows of this phase that came so far, and how many there are in all; null before the first answer. */
  readonly seen: number;
  readonly total: number | null;
  /** How often this phase began anew. */
  readonly restarts: number;
  readonly at: PlaceInPhase;
}

/** Where a phase is. */
export type PlaceInPhase =
  | { readonly kind: 'start' }
  /** The next page of a REST query, as Salesforce named it. */
  | { readonly kind: 'page'; readonly path: string }
  /** A bulk job; `locator` null: its first page, which may not be ready yet. `madeAt`: milliseconds since 1970. */
  | {
      readonly kind: 'job';
      readonly job: string;
      readonly locator: string | null;
      readonly madeAt: number;
    };

const version = 1;

/** A place as the text of a cursor. */
export function placeToCursor(place: ReadPlace): string {
  return JSON.stringify({ v: version, ...place });
}

/** The place of a cursor; null for one of another version, whose read begins anew. */
export function cursorToPlace(cursor: string): ReadPlace | null {
  const { v, ...place } = JSON.parse(cursor) as ReadPlace & { readonly v: number };
  return v === version ? place : null;
}

/** The start of a phase. */
export function startOf(phase: ReadPlace['phase'], since: string | null): ReadPlace {
  return { phase, since, seen: 0, total: null, restarts: 0, at: { kind: 'start' } };
}
