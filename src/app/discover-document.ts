import { patternCondition } from '../base/expr/index.ts';
import type { Breadth } from '../stages/breadth/index.ts';
import type { DiscoverOutcome } from './discover-patterns.ts';
import { patternDocument } from './pattern-document.ts';

/** The JSON document of a discovery (design, section 8): conditions in the form that programs match on. */
export function discoverDocument(outcome: DiscoverOutcome): unknown {
  if (outcome.kind !== 'discovery') return outcome;
  const { patterns, questions, breadth, ...rest } = outcome;
  return {
    ...rest,
    patterns: patterns.map(patternDocument),
    questions: questions.map(patternDocument),
    breadth: breadth === null ? null : breadthDocument(breadth),
  };
}

function breadthDocument({ profile, ...rest }: Breadth): unknown {
  if (profile === null) return { ...rest, profile };
  const steps = profile.steps.map((step) => ({ ...step, condition: patternCondition(step.condition) }));
  return { ...rest, profile: { ...profile, steps } };
}
