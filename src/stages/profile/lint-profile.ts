import { lintBreadth } from './lint-breadth.ts';
import { lintClaims } from './lint-claims.ts';
import { lintCompleteness } from './lint-completeness.ts';
import { lintEvidence } from './lint-evidence.ts';
import { lintFiller } from './lint-filler.ts';
import { lintPersona } from './lint-persona.ts';
import { lintSearch } from './lint-search.ts';
import { lintUpkeep } from './lint-upkeep.ts';
import type { Finding, LintContext, Profile } from './types.ts';

const SEVERITY = { error: 0, warning: 1, note: 2 } as const;

/** The usual mistakes of a profile (requirements E9), gravest first; an empty list is a page without any of them. */
export function lintProfile(profile: Profile, context: LintContext): readonly Finding[] {
  return [
    ...lintPersona(profile),
    ...lintSearch(profile, context),
    ...lintCompleteness(profile),
    ...lintEvidence(profile),
    ...lintClaims(profile, context),
    ...lintBreadth(profile, context),
    ...lintFiller(profile),
    ...lintUpkeep(profile, context),
  ].sort((left, right) => SEVERITY[left.severity] - SEVERITY[right.severity]);
}
