export { measureBreadth } from './measure-breadth.ts';
