export { patternBreadth } from './pattern-breadth.ts';
export { profileBreadth } from './profile-breadth.ts';
export type * from './types.ts';
