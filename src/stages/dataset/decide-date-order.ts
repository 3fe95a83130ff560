import type { TextCount } from './column-profile.ts';
import { readDate } from './values/index.ts';

/** The order of day and month in a column, with the evidence for it. */
export interface DateOrderDecision {
  /** Null when no date is in figures with the year last. */
  readonly order: 'dmy' | 'mdy' | null;
  /** False when every date reads both ways and nothing else decided. */
  readonly decided: boolean;
  readonly evidence: { readonly dmy: number; readonly mdy: number; readonly either: number };
  readonly conflict: string | null;
}

/**
 * Decides the order of day and month by the dates that read only one way. Where none does, by the hint (from the
 * header or from other columns), and else day first, undecided.
 */
export function decideDateOrder(values: readonly TextCount[], hint: 'dmy' | 'mdy' | null): DateOrderDecision {
  const evidence = { dmy: 0, mdy: 0, either: 0 };
  for (const { value, count } of values) {
    const reading = readDate(value, null);
    if (reading?.kind === 'date' && reading.order !== null) evidence[reading.order] += count;
  }
  const { dmy, mdy, either } = evidence;
  if (dmy > 0 && mdy > 0) {
    const conflict = `${dmy} dates can only be day first and ${mdy} only month first`;
    return { order: dmy >= mdy ? 'dmy' : 'mdy', decided: true, evidence, conflict };
  }
  if (dmy + mdy > 0) return { order: dmy > 0 ? 'dmy' : 'mdy', decided: true, evidence, conflict: null };
  return {
    order: either > 0 ? (hint ?? 'dmy') : null,
    decided: either === 0 || hint !== null,
    evidence,
    conflict: null,
  };
}
