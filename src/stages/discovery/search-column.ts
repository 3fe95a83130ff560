import type { CandidateField } from './types.ts';

/**
 * One field laid out for counting. What it compares are runs of `slots`: for an ordered field all contiguous runs
 * (windows), else runs from either end of the slots sorted by their mean score. Cutting the sorted values at every
 * place finds the best of all subsets (Fisher 1958), so groups of any size are searched at the cost of a sort.
 */
export interface SearchColumn {
  /** Index of the field in the input. */
  readonly field: number;
  /** Levels that a hypothesis names, tested as one condition; null for a field that is searched. */
  readonly hypothesis: readonly number[] | null;
  readonly ordered: boolean;
  /** Level of each record plus 1; 0 is unknown. */
  readonly codes: Int32Array;
  /** Records per level. */
  readonly counts: Int32Array;
  readonly known: number;
  /** Records whose level is unknown. */
  readonly unknown: Int32Array;
  /** Levels that a condition may name, in level order; levels without records are left out. */
  readonly slots: Int32Array;
  /** True when the slots hold all known records: then the other side of a group is a group too. */
  readonly whole: boolean;
  /** The smallest number of records inside, and outside, of a condition. */
  readonly minCover: number;
}

/** Smallest share of the known records that a condition must cover, and must leave out. */
const MIN_SHARE = 0.03;
const MIN_RECORDS = 3;

/**
 * Lays out coded records for the search.
 *
 * @param codes level of each record, -1 is unknown.
 */
export function createColumn(
  codes: Int32Array,
  field: Pick<CandidateField, 'ordered' | 'levels'>,
  at: { readonly field: number; readonly hypothesis: readonly number[] | null },
): SearchColumn {
  const counts = new Int32Array(field.levels.length);
  const unknown: number[] = [];
  for (let i = 0; i < codes.length; i++) {
    const level = codes[i]!;
    if (level < 0) unknown.push(i);
    else counts[level]!++;
  }
  const known = codes.length - unknown.length;
  const slots = field.levels.flatMap((level, l) => (level.nameable && counts[l]! > 0 ? [l] : []));
  return {
    ...at,
    ordered: field.ordered,
    codes: codes.map((level) => level + 1),
    counts,
    known,
    unknown: Int32Array.from(unknown),
    slots: Int32Array.from(slots),
    whole: slots.reduce((sum, l) => sum + counts[l]!, 0) === known,
    minCover: Math.max(MIN_RECORDS, Math.ceil(MIN_SHARE * known - 1e-9)),
  };
}
