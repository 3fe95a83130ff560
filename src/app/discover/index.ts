export { isTrait } from './attribute-fields.ts';
export { defaultContrast } from './compared-units.ts';
export { discoveryInput } from './discovery-input.ts';
export { type KeptDiscovery, lastDiscovery } from './last-discovery.ts';
export { lookedBefore } from './looked-before.ts';
export { type PatternMember, patternMembers, type ShownGroup, type ShownGroups } from './pattern-members.ts';
export { readComparison } from './read-comparison.ts';
export { sidesOf } from './sides-of.ts';
export type { ComparedUnit, Comparison, Held } from './types.ts';
