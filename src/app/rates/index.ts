export { readRateRows } from './read-rate-rows.ts';
export { writeRates } from './write-rates.ts';
