export { isTrait } from './attribute-fields.ts';
export { defaultContrast } from './compared-units.ts';
export { discoveryInput, type PreparedInput } from './discovery-input.ts';
export { type KeptDiscovery, lastDiscovery } from './last-discovery.ts';
export { type PatternMember, patternMembers, type ShownGroup, type ShownGroups } from './pattern-members.ts';
export { readComparison } from './read-comparison.ts';
export { looksAt, seenAccounts } from './seen-accounts.ts';
export { sidesOf } from './sides-of.ts';
export type { ComparedUnit, Comparison, Held } from './types.ts';
