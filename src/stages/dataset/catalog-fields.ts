import type { Row } from '../../base/sql/index.ts';
import { MOST_VALUES } from './catalog-queries.ts';
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
    ...distinctOf({ counts, index, top, elements, about }),
    values: (top ?? []).map((row) => ({ value: String(row.value), count: Number(row.rows) })),
    range: hasRange ? { low: low as string | number, high: high as string | number } : null,
  };
}

/** A list that is not full holds every value; a full one leaves out at least one. */
function distinctOf({
  counts,
  index,
  top,
  elements,
  about,
}: FieldDetail & { readonly counts: Row }): Pick<Field, 'distinct' | 'distinctAbout'> {
  if (elements !== null) return { distinct: elements, distinctAbout: false };
  if (top !== null && top.length < MOST_VALUES) return { distinct: top.length, distinctAbout: false };
  const counted =
    about && top !== null
      ? Math.max(Number(counts[`d${index}`]), top.length + 1)
      : Number(counts[`d${index}`]);
  return { distinct: Math.min(counted, Number(counts[`k${index}`])), distinctAbout: about };
}
