import { refuseCondition } from './refuse-condition.ts';

/** The finite number at this place (never -0); a number written as text gets a suggestion, not a silent cast. */
export function readNumber(written: unknown, where: string): number {
  if (typeof written === 'number' && Number.isFinite(written)) return written + 0;
  const cast = typeof written === 'string' && written.trim() !== '' ? Number(written) : Number.NaN;
  return refuseCondition({
    where,
    found: typeof written === 'string' ? `'${written}'` : written,
    expected: 'a number',
    suggestion: Number.isFinite(cast) ? String(cast) : null,
  });
}
