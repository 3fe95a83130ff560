import type { ValueRules } from '../../stages/dataset/index.ts';
import type { FieldDecision } from './types.ts';

/** The part of a decision that is about numbers and dates. */
export function rulesOf({ between, unknown, times }: FieldDecision): Partial<ValueRules> {
  return {
    ...between,
    ...(unknown === undefined ? {} : { unknown }),
    ...(times === undefined ? {} : { times }),
  };
}

/** True when the decision changes numbers or dates. */
export function hasRules(decision: FieldDecision): boolean {
  return Object.keys(rulesOf(decision)).length > 0;
}
