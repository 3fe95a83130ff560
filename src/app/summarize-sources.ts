import type { SourceState } from '../stages/dataset/index.ts';

/** What a result rests on, in counts; `reportQuality` has the particulars. */
export interface DataSummary {
  /** Over all sources: in = kept + quarantined. */
  readonly rows: { readonly in: number; readonly kept: number; readonly quarantined: number };
  /** Rows that repeat an earlier one. */
  readonly duplicates: number;
  /** Rows whose reference to an account or a lookup found none. */
  readonly unjoined: number;
}

/** Adds up what became of the rows of all sources. */
export function summarizeSources(sources: readonly SourceState[]): DataSummary {
  const total = (of: (source: SourceState) => number) => sources.reduce((sum, source) => sum + of(source), 0);
  return {
    rows: {
      in: total(({ rows }) => rows.in),
      kept: total(({ rows }) => rows.kept),
      quarantined: total(({ rows }) => rows.quarantined),
    },
    duplicates: total(({ duplicates }) => duplicates),
    unjoined: total(({ joins }) => joins.reduce((sum, { unmatched }) => sum + unmatched, 0)),
  };
}
