export { withReach } from './with-reach.ts';
