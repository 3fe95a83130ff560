import { invalid } from './pipedrive-refusal.ts';

/** Where a page ended, in which order. */
export interface PageEnd {
  readonly field: string;
  readonly fieldValue: number;
  readonly sortDirection: 'asc' | 'desc';
  readonly id: number;
}

/** The marker of the next page: opaque for whoever pages. */
export function writeCursor(end: PageEnd): string {
  return Buffer.from(JSON.stringify(end)).toString('base64url');
}

/** Reads a marker back; one of another order is refused, as is what is no marker. */
export function readCursor(cursor: string, order: Pick<PageEnd, 'field' | 'sortDirection'>): PageEnd {
  let end: PageEnd | null;
  try {
    end = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as PageEnd | null;
  } catch {
    throw invalid('Invalid cursor');
  }
  if (end?.field !== order.field || end.sortDirection !== order.sortDirection)
    throw invalid('The cursor belongs to another order');
  return end;
}
