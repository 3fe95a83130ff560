/** Bounds of the pairs of selectors that were counted. */
export interface PairBounds {
  readonly set: (one: number, other: number, bound: number) => void;
  /** Whether one of the pairs is known to have a bound below the bar. */
  readonly rulesOut: (ranks: readonly number[], added: number, bar: number) => boolean;
}

/** A conjunction is bounded by each of its pairs, whichever of them led to it. */
export function createPairBounds(selectors: number): PairBounds {
  const rows: (Float64Array | undefined)[] = Array.from({ length: selectors });
  const below = (one: number, other: number, bar: number): boolean => {
    const row = rows[one];
    return row !== undefined && row[other]! < bar;
  };
  return {
    set: (one, other, bound) => {
      rows[one] ??= new Float64Array(selectors).fill(Number.POSITIVE_INFINITY);
      rows[one][other] = bound;
    },
    rulesOut: (ranks, added, bar) => {
      for (const rank of ranks) if (below(rank, added, bar) || below(added, rank, bar)) return true;
      return false;
    },
  };
}
