export { checkValueOptions } from './check-value-options.ts';
export { customerColumns } from './customer-columns.ts';
export { defaultWeights } from './default-weights.ts';
export { type PlacedCustomer, placeCustomers } from './place-customers.ts';
export { rankCustomers } from './rank-customers.ts';
export { readCustomerFacts } from './read-customer-facts.ts';
export type * from './types.ts';
export { type SheetComponent, type ValueSheet, valueSheet } from './value-sheet.ts';
export { drawLine, type LeftOut, type ThirdChange, thirdChange } from './weighing/index.ts';
