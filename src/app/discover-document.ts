import type { DiscoverOutcome } from './discover-patterns.ts';
import { patternDocument } from './pattern-document.ts';

/** The JSON document of a discovery (design, section 8): conditions in the form that programs match on. */
export function discoverDocument(outcome: DiscoverOutcome): unknown {
  if (outcome.kind !== 'discovery') return outcome;
  const { patterns, questions, ...rest } = outcome;
  return { ...rest, patterns: patterns.map(patternDocument), questions: questions.map(patternDocument) };
}
