/** One kind of fault in the table. */
export interface FaultRow {
  readonly fault: string;
  readonly times: number;
  /** What was lost or half-written, in words; empty: nothing. */
  readonly wrong: readonly string[];
  readonly note: string;
}
