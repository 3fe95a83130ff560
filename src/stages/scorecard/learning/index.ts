export { choosePrice, type PriceChoice, type PriceTask, type PriceTrial } from './choose-price.ts';
export { foldRecords } from './fold-records.ts';
export { learnCards } from './learn-cards.ts';
export { type NearEqualOptions, nearEqualCards } from './near-equal-cards.ts';
export type * from './types.ts';
