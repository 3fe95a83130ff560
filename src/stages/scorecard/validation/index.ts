export { type KeptCard, keepHeldOut } from './keep-held-out.ts';
export { outOfFoldTotals } from './out-of-fold-totals.ts';
export type * from './types.ts';
export { validateCard } from './validate-card.ts';
