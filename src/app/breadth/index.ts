export { countMarket } from './count-market.ts';
export { withReach } from './with-reach.ts';
