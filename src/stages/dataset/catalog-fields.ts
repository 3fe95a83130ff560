import type { Row } from '../../base/sql/index.ts';
import type { MergedField } from './join-fields.ts';
import type { Field } from './types.ts';

/** What was counted of one field besides the shared row of counts. */
export interface FieldDetail {
  /** Place of the field in `fieldCountsQuery`. */
  readonly index: number;
  /** Rows of `topValuesQuery`; null for free text and numbers. */
  readonly top: readonly Row[] | null;
  /** Different elements of a set, or different bands; null for other fields. */
  readonly elements: number | null;
  /** Different values were estimated. */
  readonly about: boolean;
}

/** One entry of the field catalog, from the row of `fieldCountsQuery` at this place and its details. */
export function catalogField(
  merged: MergedField,
  counts: Row,
  { index, top, elements, about }: FieldDetail,
): Field {
  const prospects = counts.prospects === undefined ? null : Number(counts.prospects);
  const [low, high] = [counts[`lo${index}`] ?? null, counts[`hi${index}`] ?? null];
  const hasRange = low !== null && high !== null && !Array.isArray(low) && !Array.isArray(high);
  return {
    ...merged.field,
    sources: merged.sources,
    coverage: { known: Number(counts[`k${index}`]), of: Number(counts.rows) },
    prospects:
      prospects === null || prospects === 0 ? null : { known: Number(counts[`p${index}`]), of: prospects },
    distinct: elements ?? Math.min(Number(counts[`d${index}`]), Number(counts[`k${index}`])),
    distinctAbout: about,
    values: (top ?? []).map((row) => ({ value: String(row.value), count: Number(row.rows) })),
    range: hasRange ? { low: low as string | number, high: high as string | number } : null,
  };
}
