import { cohortDivision } from './division.ts';
import type { Sample } from './sample.ts';

/** The quarters in which records started, as what is taken out of their scores. */
export interface StartQuarters {
  /** Quarter of each record; unknown starts are one more. */
  readonly quarters: Int32Array;
  /** 1 for the records of one quarter, one column for each. */
  readonly columns: readonly Float64Array[];
}

/** Null when no start is known, or all are in one quarter. */
export function startQuarters(sample: Sample): StartQuarters | null {
  const division = cohortDivision(sample);
  if (division === null) return null;
  const unknown = division.quarters.length;
  const quarters = division.groups.map((group) => (group < 0 ? unknown : group));
  const columns = Array.from({ length: unknown + 1 }, (_, quarter) =>
    Float64Array.from(quarters, (own) => Number(own === quarter)),
  );
  return { quarters, columns: columns.filter((column) => column.includes(1)) };
}
