export { foldRecords } from './fold-records.ts';
export { learnCards } from './learn-cards.ts';
export type * from './types.ts';
