import type { Condition } from '../../base/expr/index.ts';
import type { Pattern } from '../discovery/index.ts';

/** The one condition that a pattern stands for: its only one, or all of them together. */
export function conditionOf(pattern: Pattern): Condition {
  const [first, ...others] = pattern.conditions;
  if (first !== undefined && others.length === 0) return first;
  return { op: 'all', conditions: pattern.conditions };
}
