import { conditionOf, type Pattern } from '../discovery/index.ts';
import { evidenceOf } from './evidence-of.ts';
import type { FoundEvidence } from './types.ts';

/** What a discovery on a snapshot found, as the lines drafted from it carry it. */
export function foundEvidence(patterns: readonly Pattern[], snapshot: string): readonly FoundEvidence[] {
  return patterns.map((pattern) => ({
    condition: conditionOf(pattern),
    evidence: evidenceOf(pattern, snapshot),
  }));
}
