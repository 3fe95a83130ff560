export { calibrateTotals } from './calibrate-totals.ts';
export { rateAt } from './rate-at.ts';
export { rateOf } from './rate-of.ts';
export { rebase } from './rebase.ts';
export type * from './types.ts';
