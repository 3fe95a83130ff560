export { decayedPoints, timingScale } from './decayed-points.ts';
export { decayedThousandths } from './decayed-thousandths.ts';
export { sumTiming } from './sum-timing.ts';
export { timingClass } from './timing-class.ts';
export type { TimingClass, TimingTiers } from './types.ts';
