import { HOLDS } from './combinations/index.ts';
import { placedField } from './placed-field.ts';
import type { CandidateField, Pattern } from './types.ts';

/**
 * What every record of some fields answers to a pattern: 1 yes, 0 no, NaN unknown. The records need not be those that the
 * pattern was found in, as long as their fields are coded alike. Null when no field could have given the pattern.
 */
export function answersOf(fields: readonly CandidateField[], pattern: Pattern): Float64Array | null {
  const placed = placedField(fields, pattern);
  if (placed === null) return null;
  return Float64Array.from(placed.codes, (level) => (level < 0 ? Number.NaN : Number(level === HOLDS)));
}
