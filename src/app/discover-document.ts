import { type Condition, patternCondition } from '../base/expr/index.ts';
import type { Breadth } from '../stages/breadth/index.ts';
import type { Pattern } from '../stages/discovery/index.ts';
import type { DiscoverOutcome } from './discover-patterns.ts';
import { patternDocument } from './pattern-document.ts';

/** The JSON document of a discovery (design, section 8): conditions in the form that programs match on. */
export function discoverDocument(outcome: DiscoverOutcome): unknown {
  if (outcome.kind !== 'discovery') return outcome;
  const { patterns, questions, breadth, beliefs, next, ...rest } = outcome;
  const document = (pattern: Pattern) => patternDocument(pattern, outcome.judgements);
  return {
    ...rest,
    patterns: patterns.map(document),
    questions: questions.map(document),
    beliefs: beliefs.map((belief) => ({ ...belief, condition: patternCondition(belief.condition) })),
    next: next === null ? null : { ...next, condition: conditionOrNull(next.condition) },
    breadth: breadth === null ? null : breadthDocument(breadth),
  };
}

function conditionOrNull(condition: Condition | null): unknown {
  return condition === null ? null : patternCondition(condition);
}

function breadthDocument({ profile, ...rest }: Breadth): unknown {
  if (profile === null) return { ...rest, profile };
  const steps = profile.steps.map((step) => ({ ...step, condition: patternCondition(step.condition) }));
  return { ...rest, profile: { ...profile, steps } };
}
