import type { ImportEvent } from './import/index.ts';

/** A step of long work, as a code: each face has its own words for it. */
export type WorkStep =
  | ImportEvent['step']
  | 'syncing'
  | 'waiting'
  | 'merging'
  | 'writing-back'
  | 'writing-sample'
  | 'reading-customers'
  | 'searching'
  | 'learning'
  | 'holding-out'
  | 'writing-page'
  | 'scoring'
  | 'counting-outcomes'
  | 'writing-list';

/** How far long work is. */
export interface WorkEvent {
  readonly step: WorkStep;
  /** What the step works on: a file, or the unit (`customer`, `deal`); null for all. */
  readonly subject: string | null;
  /** How many of it; null where nobody counts. */
  readonly count: number | null;
  /** How much of the step is done, 0 to 1; null where nobody counts. */
  readonly share: number | null;
}

/** A step of long work, and of it only what is known. */
export function workEvent(step: WorkStep, known: Partial<Omit<WorkEvent, 'step'>> = {}): WorkEvent {
  return { step, subject: null, count: null, share: null, ...known };
}
