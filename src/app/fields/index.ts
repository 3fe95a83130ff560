export { checkDecision } from './check-decision.ts';
export { countMerged, type MergedSpelling } from './count-merged.ts';
export { decideSource, keepsDecision } from './decide-source.ts';
export { heldField } from './held-field.ts';
export { rewriteSource } from './rewrite-source.ts';
export { hasRules } from './rules-of.ts';
export { trustSources } from './trust-sources.ts';
export type * from './types.ts';
