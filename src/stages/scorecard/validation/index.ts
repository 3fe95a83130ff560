export type * from './types.ts';
export { validateCard } from './validate-card.ts';
