import { shiftDate } from '../../base/expr/index.ts';
import type { Sample } from './sample.ts';

/** How one pattern, or the time of the start, divides the records of a sample. */
export interface Division {
  /** Group of each record, -1 is unknown; of a pattern 1 is inside and 0 outside. */
  readonly groups: Int32Array;
  /** The way in which the inside differs; null where any difference among the groups counts. */
  readonly sign: 1 | -1 | null;
}

/** A condition over levels of a field, as a division into inside, outside and unknown. */
export function coverDivision(
  sample: Sample,
  cover: { readonly field: number; readonly levels: readonly number[]; readonly sign: 1 | -1 },
): Division {
  const inside = new Set(cover.levels);
  const { codes } = sample.fields[cover.field]!;
  return { groups: codes.map((level) => (level < 0 ? -1 : Number(inside.has(level)))), sign: cover.sign };
}

/** Records by the quarter in which they started. */
export interface CohortDivision extends Division {
  /** `2026-Q1`, in order. */
  readonly quarters: readonly string[];
}

/** Cohorts by start quarter; null when no start is known or all are in one quarter. */
export function cohortDivision({ startedOn }: Pick<Sample, 'startedOn'>): CohortDivision | null {
  if (startedOn === null) return null;
  const names = new Map<number, string>();
  for (const day of startedOn) if (!Number.isNaN(day) && !names.has(day)) names.set(day, quarterOf(day));
  const quarters = [...new Set(names.values())].sort();
  if (quarters.length < 2) return null;
  const index = new Map(quarters.map((quarter, at) => [quarter, at]));
  const groups = Int32Array.from(startedOn, (day) => index.get(names.get(day) ?? '') ?? -1);
  return { groups, sign: null, quarters };
}

/** @param day days since 1970-01-01 */
function quarterOf(day: number): string {
  const date = shiftDate('1970-01-01', { count: day, unit: 'days' }, 1);
  return `${date.slice(0, 4)}-Q${Math.ceil(Number(date.slice(5, 7)) / 3)}`;
}
