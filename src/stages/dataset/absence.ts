import type { Absence, AbsenceReport, FileMapping } from './types.ts';

const endings: readonly string[] = ['outcome', 'won_on', 'lost_on'];

/**
 * Reads what a row without a deal means: `lost`, `open` or `lost-after:N` with N days; null for anything else.
 *
 * @example
 * parseAbsence('lost-after:90'); // { kind: 'lost-after', days: 90 }
 */
export function parseAbsence(text: string): Absence | null {
  if (text === 'lost' || text === 'open') return { kind: text };
  const days = Number(/^lost-after:([1-9]\d{0,4})$/.exec(text)?.[1] ?? Number.NaN);
  return Number.isNaN(days) ? null : { kind: 'lost-after', days };
}

/** The meaning as it is written on the command line. */
export function writeAbsence(absence: Absence): string {
  return absence.kind === 'lost-after' ? `lost-after:${absence.days}` : absence.kind;
}

/** What a file lists without saying how it ended: deals (leads), accounts, or nothing of the kind. */
export function listsWithoutEnding({ as, columns }: FileMapping): AbsenceReport['table'] | null {
  if (as !== 'deals' && as !== 'accounts') return null;
  const says = columns.some(
    ({ table, field, ignored }) => !ignored && table === 'deals' && endings.includes(field),
  );
  return says ? null : as;
}
